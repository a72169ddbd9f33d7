package io.coffer.worker.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Deliveries that tests are about. */
public final class Samples {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Samples() {}

  /** To a receiver at this address. */
  public static Delivery delivery(String target) {
    return delivery(new UUID(7, 7), target, 1);
  }

  static Delivery delivery(UUID id, String target, int attempts) {
    return new Delivery(
        id,
        "project",
        id,
        id,
        "webhook",
        target,
        "subject",
        "{\"test\":1}",
        attempts,
        1,
        START.plus(Duration.ofDays(1)),
        new Delivery.Origin(id, "user", "request", null));
  }
}
