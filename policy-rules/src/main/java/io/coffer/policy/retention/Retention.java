package io.coffer.policy.retention;

import io.coffer.policy.retention.Verdict.Cause;
import io.coffer.policy.retention.Verdict.Ignored;
import io.coffer.policy.retention.Verdict.Kept;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Decides for the backups that one resource has in one vault which of them stay under a rule. What
 * deletes, what explains and what forecasts all ask here.
 */
final class Retention {

  private final RetentionRules rules;
  private final Instant now;
  private final Guards guards;
  private final Map<String, Standing> standings;

  Retention(RetentionRules rules, List<BackupFacts> backups, Instant now, boolean running) {
    this.rules = rules;
    this.now = now;
    this.guards = new Guards(backups, now, running);
    // What has expired fills no slot, so that it does not push out what would outlive it. What is
    // protected keeps its slot: when it is released, nothing that it pushed out comes back.
    this.standings =
        Standing.of(backups.stream().filter(b -> b.counts() && !b.expired(now)).toList(), rules);
  }

  Verdict verdict(BackupFacts backup) {
    if (!backup.available()) {
      return new Ignored(backup, backup.status());
    }
    if (backup.expired(now)) {
      return guards.unlessGuarded(backup, Cause.EXPIRED);
    }
    if (backup.automatic() && rules.byQuantity()) {
      List<Why> why = standings.get(backup.id()).why(rules);
      return why.isEmpty() ? guards.unlessGuarded(backup, Cause.QUANTITY) : new Kept(backup, why);
    }
    if (backup.expiredAt() != null) {
      return new Kept(backup, List.of(new Why.Until(backup.expiredAt())));
    }
    return backup.automatic()
        ? new Kept(backup, List.of(new Why.Permanent()))
        : new Ignored(backup, "manual");
  }

  /** Of the backups that fill a slot, from the newest to the oldest. */
  Map<String, Standing> standings() {
    return standings;
  }
}
