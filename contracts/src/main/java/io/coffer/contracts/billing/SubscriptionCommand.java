package io.coffer.contracts.billing;

import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.util.List;
import java.util.UUID;

/** What is asked of what a domain, whose id is the key, bought for a time. */
public sealed interface SubscriptionCommand extends Command {

  /** Ends subscriptions, with what they are of; days that are left are paid back. */
  @WireName("coffer.subscription.unsubscribe.v1")
  record Unsubscribe(List<UUID> resourceIds) implements SubscriptionCommand {}

  /**
   * Orders more or less of something.
   *
   * @param projectId where it is
   * @param orderId an order that it was bought or changed by; null where nobody says
   * @param autoPay whether the balance pays at once; null for what the first order said
   */
  @WireName("coffer.subscription.resize.v1")
  record Resize(
      UUID resourceId, String projectId, String orderId, String specCode, int size, Boolean autoPay)
      implements SubscriptionCommand {}

  /**
   * Orders a further term of each, which begins where the one before ends, also where that is over.
   *
   * @param periodType {@code month} or {@code year}
   * @param autoPay whether the balance pays at once, if it covers it
   */
  @WireName("coffer.subscription.renew.v1")
  record RenewSubscriptions(
      List<UUID> resourceIds, String periodType, int periodNum, boolean autoPay)
      implements SubscriptionCommand {}

  /** Ends the subscription of what is gone for good. Its owner says so. */
  @WireName("coffer.subscription.end.v1")
  record EndSubscription(UUID resourceId) implements SubscriptionCommand {}

  /** Has it renewed by itself, or no longer. */
  @WireName("coffer.subscription.set-auto-renew.v1")
  record SetAutoRenew(UUID resourceId, boolean autoRenew) implements SubscriptionCommand {}
}
