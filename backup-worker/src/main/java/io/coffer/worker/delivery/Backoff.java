package io.coffer.worker.delivery;

import io.coffer.messaging.round.Doubling;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a delivery is tried again: after twice as long each time, up to a longest pause, and a part
 * of it earlier, so that receivers which failed together are not asked together.
 */
record Backoff(Doubling whole) {

  /** The time of the next attempt; empty when that is too late. */
  Optional<Instant> next(Delivery delivery, Instant now) {
    Instant at = now.plus(pause(delivery));
    return at.isBefore(delivery.giveUpAt()) ? Optional.of(at) : Optional.empty();
  }

  private Duration pause(Delivery delivery) {
    long millis = whole.after(delivery.attempts()).toMillis();
    return Duration.ofMillis(millis - (long) (millis / 2.0 * share(delivery)));
  }

  /** Between 0 and 1, as if by chance: another one for each delivery and attempt. */
  private static double share(Delivery delivery) {
    int mixed = (delivery.id().hashCode() + delivery.attempts()) * 0x9E3779B9;
    return (mixed >>> 8) / (double) (1 << 24);
  }
}
