package io.coffer.billing.subscription;

import io.coffer.billing.money.Amounts;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.SubscriptionEvent;
import io.coffer.owner.store.ProjectRow;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Something that is bought for a time. Lists call whose it is a project, which is a domain here.
 */
@Entity
@Table(schema = "store", name = "subscription")
class SubscriptionRow extends ProjectRow {

  UUID boughtBy;
  String orderId;
  String productId;

  @Convert(converter = OrderLineColumn.class)
  OrderLine line;

  /** For the first term. */
  BigDecimal paid;

  String currency;

  /** When the first term ends. */
  Instant firstUntil;

  /** What was paid for later terms and for other sizes. */
  @Convert(converter = SpanList.class)
  List<Span> further = List.of();

  boolean autoRenew;

  @Enumerated(EnumType.STRING)
  SubscriptionStatus status;

  UUID busyWith;
  Instant startedAt;
  Instant expiresAt;

  /** Why it is not renewed by itself, or waits otherwise; null for no reason. */
  String reason;

  Instant since;
  Instant until;
  Instant dueAt;

  /** How often that moment was moved. */
  int moves;

  Subscription state() {
    return new Subscription(
        id,
        orderId,
        line,
        spans(),
        autoRenew,
        status,
        busyWith,
        new Term(startedAt, expiresAt),
        since,
        until,
        dueAt,
        moves);
  }

  /** It is in this state from now on. */
  void enter(SubscriptionEvent event, Instant at, Instant ends, Instant next, String why) {
    status = SubscriptionLifecycle.TABLE.after(status, event.getClass());
    since = at;
    until = ends;
    reason = why;
    moveTo(next);
  }

  /** Something is to be done about it then; null for never. */
  void moveTo(Instant next) {
    dueAt = next;
    moves++;
  }

  void pay(Span span) {
    further = Stream.concat(further.stream(), Stream.of(span)).toList();
  }

  private List<Span> spans() {
    Span first =
        new Span(
            startedAt,
            firstUntil,
            Amounts.wire(Amounts.of(paid, currency)),
            line.periodType(),
            line.periodNum());
    return Stream.concat(Stream.of(first), further.stream()).toList();
  }
}
