package io.coffer.contracts.billing;

import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.UUID;

/** What happened to what a domain, whose id is the key, bought for a time. */
public sealed interface SubscriptionEvent extends Event {

  /** What was bought. */
  UUID resourceId();

  /**
   * A term begins.
   *
   * @param order the order that it was bought by
   * @param paid for all of the term
   */
  @WireName("coffer.subscription.started.v1")
  record SubscriptionStarted(
      UUID resourceId,
      UUID order,
      String orderId,
      String productId,
      OrderLine line,
      Amount paid,
      Instant startedAt,
      Instant expiresAt)
      implements SubscriptionEvent {}

  /** There is more or less of it now, and so much is paid for all of the term. */
  @WireName("coffer.subscription.resized.v1")
  record SubscriptionResized(
      UUID resourceId, int size, String specCode, String productId, Amount paid, Instant resizedAt)
      implements SubscriptionEvent {}

  /** Whether it is renewed by itself is another now. */
  @WireName("coffer.subscription.auto-renew-set.v1")
  record AutoRenewSet(UUID resourceId, boolean autoRenew, Instant setAt)
      implements SubscriptionEvent {}

  /** It was unsubscribed. */
  @WireName("coffer.subscription.ended.v1")
  record SubscriptionEnded(UUID resourceId, Instant endedAt) implements SubscriptionEvent {}
}
