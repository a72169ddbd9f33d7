package io.coffer.policy.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Retention written once more from the words of the rules, with neither ranks nor tricks: to ask of
 * a backup whether it stays, count what is newer. Quadratic, and only for comparison.
 */
final class SlowRetention {

  private final RetentionRules rules;
  private final List<BackupFacts> slots;
  private final Instant now;

  SlowRetention(RetentionRules rules, List<BackupFacts> backups, Instant now) {
    this.rules = rules;
    this.now = now;
    this.slots =
        backups.stream()
            .filter(b -> b.status().equals("available") && b.automatic())
            .filter(b -> b.expiredAt() == null || b.expiredAt().isAfter(now))
            .toList();
  }

  /** "keep", "delete" or "ignore". */
  String fate(BackupFacts backup) {
    if (!backup.status().equals("available")) {
      return "ignore";
    }
    if (!backup.automatic() && backup.expiredAt() == null) {
      return "ignore";
    }
    boolean expired = backup.expiredAt() != null && !backup.expiredAt().isAfter(now);
    boolean outnumbered = backup.automatic() && rules.maxBackups() != -1 && !survives(backup);
    return (expired || outnumbered) && !guarded(backup) ? "delete" : "keep";
  }

  private boolean survives(BackupFacts backup) {
    return newer(backup).size() < rules.maxBackups()
        || stands(backup, rules.dayBackups(), t -> t.getYear() + "d" + t.getDayOfYear())
        || stands(
            backup,
            rules.weekBackups(),
            t -> t.get(IsoFields.WEEK_BASED_YEAR) + "w" + t.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
        || stands(backup, rules.monthBackups(), t -> t.getYear() + "m" + t.getMonthValue())
        || stands(backup, rules.yearBackups(), t -> "y" + t.getYear());
  }

  /** No newer one is in its bucket, and fewer buckets than the count hold newer ones. */
  private boolean stands(BackupFacts backup, int count, Function<OffsetDateTime, String> bucketOf) {
    String own = bucketOf.apply(backup.takenAt().atOffset(rules.timezone()));
    Set<String> newerBuckets = new HashSet<>();
    for (BackupFacts other : newer(backup)) {
      newerBuckets.add(bucketOf.apply(other.takenAt().atOffset(rules.timezone())));
    }
    return !newerBuckets.contains(own) && newerBuckets.size() < count;
  }

  private List<BackupFacts> newer(BackupFacts backup) {
    return slots.stream()
        .filter(
            other ->
                other.takenAt().isAfter(backup.takenAt())
                    || other.takenAt().equals(backup.takenAt())
                        && other.id().compareTo(backup.id()) > 0)
        .toList();
  }

  private boolean guarded(BackupFacts backup) {
    return !backup.guards().isEmpty()
        || backup.lockedUntil() != null && backup.lockedUntil().isAfter(now);
  }
}
