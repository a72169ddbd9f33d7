package io.coffer.billing.subscription;

import io.coffer.billing.money.Amounts;
import io.coffer.contracts.billing.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;

/**
 * What decisions know of something that is bought for a time.
 *
 * @param resourceId what is bought
 * @param orderId the order that it was bought by
 * @param line what of it there is now
 * @param paid what was paid for which time, the first term first
 * @param busyWith the order about it that is not over; null for none
 * @param term from its first day to the end of what is paid
 * @param since when it came into its state
 * @param until when its state ends where nobody does anything
 * @param dueAt when something is to be done about it; null for never
 * @param moves how often that moment was moved
 */
public record Subscription(
    UUID resourceId,
    String orderId,
    OrderLine line,
    List<Span> paid,
    boolean autoRenew,
    SubscriptionStatus status,
    UUID busyWith,
    Term term,
    Instant since,
    Instant until,
    Instant dueAt,
    int moves) {

  /** The one of a resource among these, unless it is over. */
  public static Optional<Subscription> live(List<Subscription> among, UUID resourceId) {
    return among.stream()
        .filter(one -> one.resourceId().equals(resourceId) && !one.isOver())
        .findFirst();
  }

  /** Whether it is paid for. */
  public boolean isActive() {
    return status == SubscriptionStatus.ACTIVE;
  }

  /** Whether it is no more. */
  public boolean isOver() {
    return status == SubscriptionStatus.ENDED;
  }

  /** The same that no order is about. */
  public Subscription free() {
    return new Subscription(
        resourceId, orderId, line, paid, autoRenew, status, null, term, since, until, dueAt, moves);
  }

  /** All that was paid. */
  public Money cost() {
    return paid.stream()
        .map(Span::money)
        .reduce(Money::add)
        .orElseThrow(() -> new IllegalStateException("nothing was paid for " + resourceId));
  }

  /** What was paid for whole days that are left; never less than nothing. */
  public Money left(Instant now) {
    return left(1, 1, now);
  }

  /** A part of what was paid for whole days that are left; never less than nothing. */
  public Money left(long dividend, long divisor, Instant now) {
    Money left = share(Span::money, dividend, divisor, now);
    return left.isNegative() ? left.subtract(left) : left;
  }

  /** The part for whole days that are left of what each of the times is worth. */
  public Money share(Function<Span, Money> worth, Instant now) {
    return share(worth, 1, 1, now);
  }

  /** Rounded once to the currency, a half to the even neighbour. */
  private Money share(Function<Span, Money> worth, long dividend, long divisor, Instant now) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal below = BigDecimal.ONE;
    for (Span span : paid) {
      if (span.daysLeft(now) > 0) {
        BigDecimal days = BigDecimal.valueOf(span.days());
        BigDecimal part =
            Amounts.number(worth.apply(span))
                .multiply(BigDecimal.valueOf(dividend))
                .multiply(BigDecimal.valueOf(span.daysLeft(now)));
        sum = sum.multiply(days).add(part.multiply(below));
        below = below.multiply(days);
      }
    }
    CurrencyUnit currency = cost().getCurrency();
    return Money.of(
        sum.divide(
            below.multiply(BigDecimal.valueOf(divisor)),
            currency.getDefaultFractionDigits(),
            RoundingMode.HALF_EVEN),
        currency);
  }

  /**
   * A further term: it begins where what is paid ends, and it ends on the day of the month on which
   * the first one began, or on the last day of a month that is shorter.
   */
  public Term next(String periodType, int periodNum, ZoneId zone) {
    long months = Term.months(periodType, periodNum);
    long before = paid.stream().mapToLong(Span::months).sum();
    return new Term(term.end(), Term.after(term.start(), before + months, zone));
  }
}
