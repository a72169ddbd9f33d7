package io.coffer.billing.subscription;

import io.coffer.contracts.billing.Amount;
import io.coffer.contracts.billing.OrderLine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Subscriptions for tests of decisions. */
public final class Subscriptions {

  private Subscriptions() {}

  /** One whose first term is paid, in USD. */
  public static Subscription bought(OrderLine line, String paid, Instant start) {
    Term term = Term.of(line, start, ZoneOffset.UTC);
    Span first =
        new Span(start, term.end(), new Amount(paid, "USD"), line.periodType(), line.periodNum());
    return new Subscription(
        line.resourceId(),
        "CS0",
        line,
        List.of(first),
        line.autoRenew(),
        SubscriptionStatus.ACTIVE,
        null,
        term,
        start,
        term.end(),
        term.end(),
        0);
  }

  /** The same in another state. */
  public static Subscription in(Subscription one, SubscriptionStatus status) {
    return with(one, one.paid(), status, one.busyWith(), one.term());
  }

  /** The same that an order is about. */
  public static Subscription busy(Subscription one, UUID order) {
    return with(one, one.paid(), one.status(), order, one.term());
  }

  /** The same, with a further term that is paid. */
  static Subscription renewed(Subscription one, String type, int number, String paid) {
    Term next = one.next(type, number, ZoneOffset.UTC);
    Span span = new Span(next.start(), next.end(), new Amount(paid, "USD"), type, number);
    return with(
        one,
        Stream.concat(one.paid().stream(), Stream.of(span)).toList(),
        one.status(),
        one.busyWith(),
        new Term(one.term().start(), next.end()));
  }

  /** The same, resized then for so much. */
  public static Subscription resized(Subscription one, Instant at, String paid) {
    Span span = new Span(at, one.term().end(), new Amount(paid, "USD"), null, null);
    return with(
        one,
        Stream.concat(one.paid().stream(), Stream.of(span)).toList(),
        one.status(),
        one.busyWith(),
        one.term());
  }

  private static Subscription with(
      Subscription one, List<Span> paid, SubscriptionStatus status, UUID busyWith, Term term) {
    return new Subscription(
        one.resourceId(),
        one.orderId(),
        one.line(),
        paid,
        one.autoRenew(),
        status,
        busyWith,
        term,
        one.since(),
        term.end(),
        term.end(),
        0);
  }
}
