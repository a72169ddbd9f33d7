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

  /** Has it renewed by itself, or no longer. */
  @WireName("coffer.subscription.set-auto-renew.v1")
  record SetAutoRenew(UUID resourceId, boolean autoRenew) implements SubscriptionCommand {}
}
