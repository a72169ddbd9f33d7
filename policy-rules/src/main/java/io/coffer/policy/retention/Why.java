package io.coffer.policy.retention;

import java.time.Instant;

/** A reason why a backup is kept. */
public sealed interface Why {

  /** As tables and answers show it. */
  String word();

  /** It is among the newest, the first being number 1. */
  record Last(int number) implements Why {
    @Override
    public String word() {
      return "last-" + number;
    }
  }

  /** It stands for a bucket of a tier, the newest bucket being number 1. */
  record Newest(Tier of, int number) implements Why {
    @Override
    public String word() {
      return of.word() + "-" + number;
    }
  }

  /** Its expiry was stamped on it when it was made. */
  record Until(Instant expiry) implements Why {
    @Override
    public String word() {
      return "until " + expiry;
    }
  }

  /** No rule would have it kept any more, but something protects it. */
  record Guarded(Guard by) implements Why {
    @Override
    public String word() {
      return "guard:" + by.word();
    }
  }

  /** Nothing limits how long it stays. */
  record Permanent() implements Why {
    @Override
    public String word() {
      return "permanent";
    }
  }

  /** A disabled policy deletes nothing. */
  record Disabled() implements Why {
    @Override
    public String word() {
      return "disabled";
    }
  }

  /** It failed, and is kept for a while so that people can see it; the newest is number 1. */
  record Failed(int number) implements Why {
    @Override
    public String word() {
      return "failed-" + number;
    }
  }
}
