package io.coffer.policy.fire;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which backups of a resource are full ones. A value tells how the resource stands: when its last
 * good full backup was, and how many good incremental ones followed.
 */
public record FullInterval(Optional<Instant> lastFull, int incrementals) {

  /** Scheduled full backups are at least this far from the full one before. */
  private static final Duration FLOOR = Duration.ofHours(24);

  /** A resource that has no good backup. */
  public static final FullInterval NONE = new FullInterval(Optional.empty(), 0);

  /**
   * Whether the backup that starts now is a full one.
   *
   * @param interval the number of incremental ones between two full ones, -1 for never again
   * @param forced whether somebody asked for a full one
   */
  public boolean full(int interval, Instant now, boolean forced) {
    if (lastFull.isEmpty() || forced) {
      return true;
    }
    return interval >= 0 && incrementals >= interval && !lastFull.get().plus(FLOOR).isAfter(now);
  }

  /** How the resource stands after a good backup. What failed changes nothing. */
  public FullInterval after(boolean full, Instant startedAt) {
    return full
        ? new FullInterval(Optional.of(startedAt), 0)
        : new FullInterval(lastFull, incrementals + 1);
  }
}
