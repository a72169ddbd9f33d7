package io.coffer.contracts.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
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
   * @param nextAt when something is to be done about it; null, and absent on the wire, for the end
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
      Instant expiresAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) Instant nextAt)
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

  /**
   * A further term is paid.
   *
   * @param order the order that it was paid by
   * @param paid for this term
   * @param periodType {@code month} or {@code year}
   * @param startsAt where the term before ends
   * @param nextAt when something is to be done about it; null, and absent on the wire, for the end
   */
  @WireName("coffer.subscription.renewed.v1")
  record SubscriptionRenewed(
      UUID resourceId,
      UUID order,
      String orderId,
      Amount paid,
      String periodType,
      int periodNum,
      Instant startsAt,
      Instant expiresAt,
      Instant renewedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) Instant nextAt)
      implements SubscriptionEvent {}

  /**
   * What was paid for is over; it goes on for a while.
   *
   * @param reason why it was not renewed by itself; null where it was not to be
   * @param until when it is frozen
   * @param nextAt when something is to be done about it: then, or another try to renew it
   */
  @WireName("coffer.subscription.expired.v1")
  record SubscriptionExpired(
      UUID resourceId,
      @JsonInclude(JsonInclude.Include.NON_NULL) String reason,
      Instant until,
      Instant nextAt,
      Instant expiredAt)
      implements SubscriptionEvent {}

  /**
   * It is closed, and kept for a while.
   *
   * @param reason why it was not renewed by itself; null where it was not to be
   * @param until when it is released
   * @param nextAt when something is to be done about it: then, or another try to renew it
   */
  @WireName("coffer.subscription.frozen.v1")
  record SubscriptionFrozen(
      UUID resourceId,
      @JsonInclude(JsonInclude.Include.NON_NULL) String reason,
      Instant until,
      Instant nextAt,
      Instant frozenAt)
      implements SubscriptionEvent {}

  /**
   * What was to be done about it waits, or was asked for and is asked for again if nothing comes of
   * it.
   *
   * @param reason in words; null where nothing is wrong
   */
  @WireName("coffer.subscription.postponed.v1")
  record SubscriptionPostponed(UUID resourceId, String reason, Instant nextAt, Instant postponedAt)
      implements SubscriptionEvent {}

  /** It was unsubscribed, or what was bought is gone. */
  @WireName("coffer.subscription.ended.v1")
  record SubscriptionEnded(UUID resourceId, Instant endedAt) implements SubscriptionEvent {}
}
