package io.coffer.policy.retention;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;

/**
 * What retention needs to know of one backup.
 *
 * @param takenAt the start of its consistent point; where that is unknown, when it was created
 * @param automatic whether a policy made it
 * @param expiredAt the expiry stamped on it, or null
 * @param lockedUntil the end of its lock, or null
 * @param guards what else protects it now
 */
public record BackupFacts(
    String id,
    Instant takenAt,
    String status,
    boolean automatic,
    Instant expiredAt,
    Instant lockedUntil,
    Set<Guard> guards) {

  /** The newest first; of those of one instant the one with the higher id. */
  static final Comparator<BackupFacts> NEWEST_FIRST =
      Comparator.comparing(BackupFacts::takenAt).thenComparing(BackupFacts::id).reversed();

  private static final String AVAILABLE = "available";
  private static final String ERROR = "error";

  public BackupFacts {
    guards = Set.copyOf(guards);
  }

  boolean available() {
    return AVAILABLE.equals(status);
  }

  /** Whether it can fill a slot of a rule. */
  boolean counts() {
    return available() && automatic;
  }

  boolean failed() {
    return ERROR.equals(status);
  }

  boolean expired(Instant now) {
    return expiredAt != null && !expiredAt.isAfter(now);
  }

  /** All that protects it at this instant, its lock among it. */
  Set<Guard> guards(Instant now) {
    Set<Guard> all = EnumSet.noneOf(Guard.class);
    all.addAll(guards);
    if (lockedUntil != null && lockedUntil.isAfter(now)) {
      all.add(Guard.WORM);
    }
    return all;
  }
}
