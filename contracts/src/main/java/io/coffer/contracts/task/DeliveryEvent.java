package io.coffer.contracts.task;

import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.UUID;

/** How the delivery of a notice ended. A worker says one of these once. */
public sealed interface DeliveryEvent extends Event {

  UUID deliveryId();

  UUID subscriptionId();

  UUID noticeId();

  Instant endedAt();

  /** The receiver said that it has it. */
  @WireName("coffer.delivery.succeeded.v1")
  record DeliverySucceeded(
      UUID deliveryId, UUID subscriptionId, UUID noticeId, int attempts, Instant endedAt)
      implements DeliveryEvent {}

  /**
   * It was tried for a day, or cannot be tried.
   *
   * @param reason why the last attempt failed; holds no address and no secret
   */
  @WireName("coffer.delivery.given-up.v1")
  record DeliveryGivenUp(
      UUID deliveryId,
      UUID subscriptionId,
      UUID noticeId,
      int attempts,
      String reason,
      Instant endedAt)
      implements DeliveryEvent {}

  /** The receiver said that it is gone for good. */
  @WireName("coffer.delivery.refused.v1")
  record ReceiverGone(UUID deliveryId, UUID subscriptionId, UUID noticeId, Instant endedAt)
      implements DeliveryEvent {}
}
