package io.coffer.billing.subscription;

import io.coffer.billing.money.Amounts;
import io.coffer.contracts.billing.OrderLine;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that is bought for a time. Lists call whose it is a project, which is a domain here.
 */
@Entity
@Table(schema = "store", name = "subscription")
class SubscriptionRow {

  @Id UUID id;
  String projectId;
  UUID boughtBy;
  String orderId;
  String productId;

  @Convert(converter = OrderLineColumn.class)
  OrderLine line;

  BigDecimal paid;
  String currency;
  boolean autoRenew;

  @Enumerated(EnumType.STRING)
  SubscriptionStatus status;

  UUID busyWith;
  Instant startedAt;
  Instant expiresAt;

  Subscription state() {
    return new Subscription(
        id,
        orderId,
        line,
        Amounts.of(paid, currency),
        autoRenew,
        status,
        busyWith,
        new Term(startedAt, expiresAt));
  }
}
