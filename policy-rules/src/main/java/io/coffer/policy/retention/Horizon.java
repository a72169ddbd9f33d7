package io.coffer.policy.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * When a rule by quantity lets go of what it keeps, if from now on every fire makes a good backup
 * and nothing goes before its time.
 *
 * @param latest the local day of the newest backup that counts
 */
record Horizon(RetentionRules rules, ComingFires fires, LocalDate latest) {

  Instant now() {
    return fires.now();
  }

  /** The instant at which the last of these reasons ends. */
  Instant end(LocalDate day, List<Why> why) {
    Instant end = now();
    for (Why reason : why) {
      Instant its = end(day, reason);
      end = its.isAfter(end) ? its : end;
    }
    return end;
  }

  private Instant end(LocalDate day, Why reason) {
    if (reason instanceof Why.Last last) {
      return fires.at(rules.maxBackups() - last.number() + 1);
    }
    if (reason instanceof Why.Newest newest) {
      return end(day, newest.of(), newest.number());
    }
    return now();
  }

  private Instant end(LocalDate day, Tier tier, int number) {
    Instant fire = fires.next();
    if (tier.bucket(rules.day(fire)) == tier.bucket(day)) {
      return fire; // a newer one stands for its bucket
    }
    LocalDate newest = latest;
    for (int newer = number; newer <= rules.count(tier); newer++) {
      Instant bucketEnd = tier.end(newest).atStartOfDay().toInstant(rules.timezone());
      fire = bucketEnd.isAfter(now()) ? fires.firstFrom(bucketEnd) : fires.next();
      newest = rules.day(fire);
    }
    return fire;
  }
}
