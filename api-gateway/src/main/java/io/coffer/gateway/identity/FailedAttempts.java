package io.coffer.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts failed proofs of one identity from one place. More than five in a row lock the pair of
 * them for five minutes; a right one before that clears it. A stranger elsewhere locks nobody out.
 * Kept in memory and bounded: what is forgotten first is what was touched longest ago.
 */
public final class FailedAttempts {

  static final int ALLOWED = 5;
  static final Duration LOCKED = Duration.ofMinutes(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final int REMEMBERED = 10_000;
  private static final int LONGEST_NAME = 128;
  private static final int NETWORK_GROUPS = 4;

  private record Pair(String identity, String place) {

    static Pair of(String identity, String address) {
      String name = identity.substring(0, Math.min(identity.length(), LONGEST_NAME));
      return new Pair(name, network(address));
    }

    /** Whoever has one IPv6 address has the 64 bits behind it too. */
    private static String network(String address) {
      String[] groups = address.split(":");
      return groups.length < NETWORK_GROUPS
          ? address
          : String.join(":", java.util.List.of(groups).subList(0, NETWORK_GROUPS));
    }
  }

  private record Failures(int count, Instant last) {}

  private final Map<Pair, Failures> failures =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Whether this identity must wait when it comes from this address. */
  public synchronized boolean locked(String identity, String address, Instant now) {
    Pair pair = Pair.of(identity, address);
    Failures known = failures.get(pair);
    if (known == null || known.count() <= ALLOWED) {
      return false;
    }
    if (now.isBefore(known.last().plus(LOCKED))) {
      return true;
    }
    failures.remove(pair);
    return false;
  }

  /**
   * Notes a failed attempt.
   *
   * @return how long to keep the answer back: nothing for the first, then twice as long each time
   */
  public synchronized Duration failed(String identity, String address, Instant now) {
    Failures known =
        failures.merge(
            Pair.of(identity, address),
            new Failures(1, now),
            (old, one) -> new Failures(old.count() + 1, now));
    return known.count() == 1
        ? Duration.ZERO
        : FIRST_PAUSE.multipliedBy(1L << Math.min(known.count(), ALLOWED) - 2);
  }

  /** Notes a right attempt. */
  public synchronized void succeeded(String identity, String address) {
    if (!failures.isEmpty()) {
      failures.remove(Pair.of(identity, address));
    }
  }
}
