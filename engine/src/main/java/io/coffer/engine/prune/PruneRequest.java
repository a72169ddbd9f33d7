package io.coffer.engine.prune;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How to prune.
 *
 * @param grace how long a pack must have been seen unused before it is deleted
 * @param maxUnused the share of unused bytes, 0 to 1, that may stay in packs that are used in part;
 *     above it the emptiest packs are packed anew
 * @param hostname for the locks, see {@code LockRequest}
 * @param patience how long to wait for the moment alone that deleting needs; when it does not come
 *     the deleting is left to the next prune
 * @param waiting told who is waited for
 */
public record PruneRequest(
    Duration grace,
    double maxUnused,
    String hostname,
    Duration patience,
    Consumer<String> waiting) {
  public static final double USUAL_MAX_UNUSED = 0.05;

  public PruneRequest(Duration grace, double maxUnused, String hostname, Duration patience) {
    this(grace, maxUnused, hostname, patience, holder -> {});
  }

  public PruneRequest tellingWait(Consumer<String> listener) {
    return new PruneRequest(grace, maxUnused, hostname, patience, listener);
  }
}
