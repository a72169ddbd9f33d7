package io.coffer.worker.task;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What this process may believe of a lease in the database, by the machine's own timer, which also
 * runs while the process is stopped: a worker that wakes up after its time knows at once.
 */
final class Lease {

  private final long length;
  private final LongSupplier nanos;
  private volatile long until;
  private volatile boolean lost;

  /**
   * @param askedAt the timer when the database was asked, which cannot have granted it earlier
   */
  Lease(Duration length, LongSupplier nanos, long askedAt) {
    this.length = length.toNanos();
    this.nanos = nanos;
    this.until = askedAt + this.length;
  }

  /** The database has prolonged it; a lost one stays lost. */
  void renewed(long askedAt) {
    if (askedAt + length - until > 0) {
      until = askedAt + length;
    }
  }

  /** The database says that it belongs to somebody else. */
  void lost() {
    lost = true;
  }

  /** Whether nobody else can have it at this moment. */
  boolean isHeld() {
    if (!lost && nanos.getAsLong() - until >= 0) {
      lost = true;
    }
    return !lost;
  }
}
