package io.coffer.policy.retention;

import java.util.List;

/** What becomes of one backup now. */
public sealed interface Verdict {

  BackupFacts backup();

  /** It stays, for each of these reasons. */
  record Kept(BackupFacts backup, List<Why> why) implements Verdict {
    public Kept {
      why = List.copyOf(why);
    }
  }

  /** It is to be deleted. */
  record Goes(BackupFacts backup, Cause cause) implements Verdict {}

  /** The rules do not speak of it. */
  record Ignored(BackupFacts backup, String because) implements Verdict {}

  /** Why a backup goes. */
  enum Cause {
    QUANTITY("quantity"),
    EXPIRED("expired"),
    FAILED("failed");

    private final String word;

    Cause(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
