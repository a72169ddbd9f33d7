package io.coffer.worker.backup;

import java.util.function.LongSupplier;

/**
 * A speed limit that many threads share. Each byte has its time; who asks for bytes is told how
 * long to wait for the time of the first of them. A pause earns no more than a tenth of a second.
 */
final class Pace {

  private static final long BURST_NANOS = 100_000_000;

  private final double nanosPerByte;
  private final LongSupplier nanos;
  private long next;

  /**
   * @param bytesPerSecond more than 0
   */
  Pace(double bytesPerSecond, LongSupplier nanos) {
    this.nanosPerByte = 1e9 / bytesPerSecond;
    this.nanos = nanos;
    this.next = nanos.getAsLong();
  }

  /** Takes bytes; returns for how many nanoseconds to wait before they may be used, 0 for none. */
  synchronized long take(long bytes) {
    long now = nanos.getAsLong();
    if (now - next > BURST_NANOS) {
      next = now - BURST_NANOS;
    }
    long begin = next;
    next = begin + (long) (bytes * nanosPerByte);
    return Math.max(0, begin - now);
  }
}
