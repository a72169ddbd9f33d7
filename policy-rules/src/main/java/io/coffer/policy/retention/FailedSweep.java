package io.coffer.policy.retention;

import io.coffer.policy.retention.Verdict.Cause;
import io.coffer.policy.retention.Verdict.Kept;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Of the automatic backups of a resource that failed, the newest ten stay, for a month, so that
 * people can look at them.
 */
final class FailedSweep {

  private static final int MOST = 10;

  private FailedSweep() {}

  /** By the id of each that failed, the newest first. */
  static Map<String, Verdict> verdicts(List<BackupFacts> backups, Guards guards) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    backups.stream()
        .filter(b -> b.failed() && b.automatic())
        .sorted(BackupFacts.NEWEST_FIRST)
        .forEach(b -> verdicts.put(b.id(), verdict(b, verdicts.size() + 1, guards)));
    return verdicts;
  }

  private static Verdict verdict(BackupFacts backup, int number, Guards guards) {
    return number <= MOST && end(backup).isAfter(guards.now())
        ? new Kept(backup, List.of(new Why.Failed(number)))
        : guards.unlessGuarded(backup, Cause.FAILED);
  }

  /** When its month ends. */
  static Instant end(BackupFacts backup) {
    return backup.takenAt().atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
  }
}
