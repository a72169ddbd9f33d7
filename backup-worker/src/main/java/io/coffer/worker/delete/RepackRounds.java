package io.coffer.worker.delete;

import io.coffer.engine.prune.PruneRequest;
import io.coffer.engine.prune.RepackLimits;
import io.coffer.worker.job.VaultQueue;

/**
 * How long a deletion, which has its vault for itself, packs anew what others left in packs that
 * are used in part. Each round looks at the whole repository, so it copies a fair part of it.
 */
final class RepackRounds {

  private static final long LEAST_BYTES = 1L << 30;
  private static final int PARTS = 20;

  private RepackRounds() {}

  /** Tells what is wasted, and copies nothing. */
  static RepackLimits looking() {
    return new RepackLimits(PruneRequest.USUAL_MAX_UNUSED, 0);
  }

  /** What one round copies: the disk needs as much room meanwhile, and others wait as long. */
  static RepackLimits round(long storedBytes) {
    return new RepackLimits(
        PruneRequest.USUAL_MAX_UNUSED, Math.max(LEAST_BYTES, storedBytes / PARTS));
  }

  /** Whether there is another round: the last of several deletions is the one that pays. */
  static boolean isNext(int done, VaultQueue queue) {
    return switch (queue) {
      case NOBODY -> true;
      case SHARERS -> done == 0;
      case DELETION -> false;
    };
  }
}
