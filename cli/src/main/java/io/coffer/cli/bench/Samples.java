package io.coffer.cli.bench;

import java.util.Arrays;

/** Durations that were measured, in nanoseconds, and how long it took to measure them all. */
final class Samples {

  private long[] nanos = new long[1 << 12];
  private int count;
  private double seconds;

  void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = duration;
  }

  /** Adds what another thread or round measured; {@code seconds} of that round count once. */
  void addAll(Samples other) {
    for (int i = 0; i < other.count; i++) {
      add(other.nanos[i]);
    }
  }

  void addSeconds(double more) {
    seconds += more;
  }

  double seconds() {
    return seconds;
  }

  int count() {
    return count;
  }

  double perSecond() {
    return count / seconds;
  }

  /** The duration in milliseconds that this part of all samples does not exceed. */
  double millis(double part) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, (long) (part * count))] / 1e6;
  }
}
