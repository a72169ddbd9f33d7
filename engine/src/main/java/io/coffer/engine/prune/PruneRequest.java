package io.coffer.engine.prune;

import java.time.Duration;

/**
 * How to prune.
 *
 * @param grace how long a pack must have been seen unused before it is deleted
 * @param maxUnused the share of unused bytes, 0 to 1, that may stay in packs that are used in part;
 *     above it the emptiest packs are packed anew
 * @param hostname for the locks, see {@code LockRequest}
 * @param patience how long to wait for the moment alone that deleting needs; when it does not come
 *     the deleting is left to the next prune
 */
public record PruneRequest(Duration grace, double maxUnused, String hostname, Duration patience) {
  public static final double USUAL_MAX_UNUSED = 0.05;
}
