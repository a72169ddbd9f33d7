package io.coffer.gateway.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong signatures for each pair of access key and address. More than five in a row lock the
 * pair for five minutes; a right one before that clears it. Kept in memory and bounded: what is
 * forgotten first is what was touched longest ago.
 */
public final class FailedSignatures {

  static final int ALLOWED = 5;
  static final Duration LOCKED = Duration.ofMinutes(5);
  private static final int REMEMBERED = 10_000;

  private record Pair(String accessKey, String address) {}

  private record Failures(int count, Instant last) {}

  private final Map<Pair, Failures> failures =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Whether this pair must wait. */
  public synchronized boolean locked(String accessKey, String address, Instant now) {
    Failures known = failures.get(new Pair(accessKey, address));
    if (known == null || known.count() <= ALLOWED) {
      return false;
    }
    if (now.isBefore(known.last().plus(LOCKED))) {
      return true;
    }
    failures.remove(new Pair(accessKey, address));
    return false;
  }

  /** Notes a wrong signature. */
  public synchronized void failed(String accessKey, String address, Instant now) {
    failures.merge(
        new Pair(accessKey, address),
        new Failures(1, now),
        (old, one) -> new Failures(old.count() + 1, now));
  }

  /** Notes a right signature. */
  public synchronized void succeeded(String accessKey, String address) {
    if (!failures.isEmpty()) {
      failures.remove(new Pair(accessKey, address));
    }
  }
}
