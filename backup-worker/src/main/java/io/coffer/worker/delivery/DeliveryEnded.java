package io.coffer.worker.delivery;

import io.coffer.contracts.Message;
import java.time.Instant;

/**
 * A worker tells itself how a delivery ended. Rides no topic; counts only while the holder still
 * holds it.
 */
record DeliveryEnded(Delivery delivery, String holder, Attempt attempt, Instant endedAt)
    implements Message {}
