package io.coffer.contracts.work;

import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.UUID;

/** What the owner of subscriptions asks of workers: to carry notices out of the house. */
public sealed interface DeliveryCommand extends Command {

  /** Whom it is for. */
  UUID subscriptionId();

  /**
   * Delivers a notice, for as long as it takes up to a day.
   *
   * @param kind webhook or mail
   * @param subject one line for people
   * @param body what is delivered, word for word
   */
  @WireName("coffer.delivery.start.v1")
  record StartDelivery(
      UUID deliveryId,
      UUID subscriptionId,
      UUID noticeId,
      String kind,
      String target,
      String subject,
      String body,
      Instant orderedAt)
      implements DeliveryCommand {}

  /** Drops what is not delivered yet, and the secret of the subscription. */
  @WireName("coffer.delivery.forget.v1")
  record ForgetSubscription(UUID subscriptionId) implements DeliveryCommand {}
}
