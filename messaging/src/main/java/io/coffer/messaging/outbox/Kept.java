package io.coffer.messaging.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rows that the broker has acknowledged, kept until it has surely written them to its disk: an
 * acknowledged record may still be lost with the power.
 */
final class Kept {

  private final Map<Long, Long> since = new ConcurrentHashMap<>();
  private final long nanos;

  Kept(Duration untilFlushed) {
    nanos = untilFlushed.toNanos();
  }

  void acknowledged(long position) {
    since.put(position, System.nanoTime());
  }

  boolean has(long position) {
    return since.containsKey(position);
  }

  boolean isEmpty() {
    return since.isEmpty();
  }

  /** Those that are safe if the broker has lived without a break until this moment. */
  List<Long> safe(long nowNanos) {
    return since.entrySet().stream()
        .filter(row -> nowNanos - row.getValue() >= nanos)
        .map(Map.Entry::getKey)
        .toList();
  }

  void forget(List<Long> positions) {
    positions.forEach(since::remove);
  }

  /** Nothing counts as acknowledged any more. */
  void doubtAll() {
    since.clear();
  }
}
