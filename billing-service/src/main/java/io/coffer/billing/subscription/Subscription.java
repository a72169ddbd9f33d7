package io.coffer.billing.subscription;

import io.coffer.contracts.billing.OrderLine;
import java.util.UUID;
import org.javamoney.moneta.Money;

/**
 * What decisions know of something that is bought for a time.
 *
 * @param resourceId what is bought
 * @param orderId the order that it was bought by
 * @param line what of it there is now
 * @param paid for all of the term
 * @param busyWith the order about it that is not over; null for none
 */
public record Subscription(
    UUID resourceId,
    String orderId,
    OrderLine line,
    Money paid,
    boolean autoRenew,
    SubscriptionStatus status,
    UUID busyWith,
    Term term) {

  /** Whether it is still going on. */
  public boolean isActive() {
    return status == SubscriptionStatus.ACTIVE;
  }
}
