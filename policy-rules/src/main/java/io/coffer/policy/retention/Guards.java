package io.coffer.policy.retention;

import io.coffer.policy.retention.Verdict.Cause;
import io.coffer.policy.retention.Verdict.Goes;
import io.coffer.policy.retention.Verdict.Kept;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What protects the backups of one resource at one instant. */
record Guards(String newest, Instant now, boolean running) {

  Guards(List<BackupFacts> backups, Instant now, boolean running) {
    this(
        backups.stream()
            .filter(BackupFacts::available)
            .min(BackupFacts.NEWEST_FIRST)
            .map(BackupFacts::id)
            .orElse(""),
        now,
        running);
  }

  Set<Guard> of(BackupFacts backup) {
    Set<Guard> all = backup.guards(now);
    if (running && backup.id().equals(newest)) {
      all.add(Guard.NEWEST);
    }
    return all;
  }

  /** It goes, or stays for what protects it. */
  Verdict unlessGuarded(BackupFacts backup, Cause cause) {
    Set<Guard> all = of(backup);
    return all.isEmpty()
        ? new Goes(backup, cause)
        : new Kept(backup, all.stream().<Why>map(Why.Guarded::new).toList());
  }
}
