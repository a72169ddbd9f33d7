package io.coffer.billing.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.SubscriptionStatus;
import io.coffer.billing.subscription.Subscriptions;
import io.coffer.contracts.billing.OrderEvent.LineFulfilled;
import io.coffer.contracts.billing.OrderEvent.LineRefused;
import io.coffer.contracts.billing.OrderEvent.OrderCompleted;
import io.coffer.contracts.billing.OrderEvent.OrderRefunded;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionRenewed;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionResized;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionStarted;
import io.coffer.messaging.decision.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettlingTest {

  @Test
  void beginsASubscriptionToTheEndOfTheMonthWhatIsMade() {
    Decision decision = confirm(Orders.order(OrderType.NEW, OrderStatus.PROCESSING, "17.00"), null);
    SubscriptionStarted started = Orders.one(decision, SubscriptionStarted.class);
    assertThat(started.expiresAt()).isEqualTo(Instant.parse("2026-02-28T10:00:00Z"));
    assertThat(started.nextAt()).isEqualTo(Instant.parse("2026-02-21T10:00:00Z"));
    assertThat(started.paid().value()).isEqualTo("17.00");
    assertThat(Orders.one(decision, OrderCompleted.class)).isNotNull();
    assertThat(Orders.moved(decision, "balance")).isEqualTo("0.00");
  }

  @Test
  void refundsWhatCannotBeMadeAndSaysWhy() {
    Decision decision = reject(Orders.order(OrderType.NEW, OrderStatus.PROCESSING, "17.00"));
    assertThat(Orders.moved(decision, "balance")).isEqualTo("17.00");
    assertThat(Orders.moved(decision, "revenue")).isEqualTo("-17.00");
    assertThat(Orders.one(decision, OrderRefunded.class).reason()).isEqualTo("C: why");
    assertThat(Orders.one(decision, SubscriptionStarted.class)).isNull();
  }

  @Test
  void waitsForAllLinesAndRefundsOnlyThoseThatFailed() {
    OrderState two = Orders.order(OrderType.NEW, OrderStatus.PROCESSING, "17.00", "5.00");
    Decision first = Settling.reject(new Settling.State(two, null), 1, "C", "why", Orders.TIME);
    assertThat(Orders.moved(first, "balance")).isEqualTo("5.00");
    assertThat(Orders.one(first, OrderCompleted.class)).isNull();
    assertThat(Orders.one(first, OrderRefunded.class)).isNull();
    OrderState then = after(two, 1, two.lines().get(1).refused("C", "why"));
    assertThat(Orders.one(confirm(then, null), OrderCompleted.class)).isNotNull();

    OrderState other = after(two, 1, two.lines().get(1).fulfilled());
    Decision last = reject(other);
    assertThat(Orders.one(last, OrderCompleted.class)).isNotNull();
    assertThat(Orders.moved(last, "balance")).isEqualTo("17.00");
  }

  @Test
  void paysBackWhenAResourceIsGoneAndNotBefore() {
    OrderState order = Orders.order(OrderType.UNSUBSCRIBE, OrderStatus.PROCESSING, "-9.50");
    Decision gone = confirm(order, subscription("17.00"));
    assertThat(Orders.moved(gone, "balance")).isEqualTo("9.50");
    assertThat(Orders.one(gone, SubscriptionEnded.class)).isNotNull();
    Decision kept = reject(order, subscription("17.00"));
    assertThat(Orders.moved(kept, "balance")).isEqualTo("0.00");
    assertThat(Orders.one(kept, OrderRefunded.class)).isNotNull();
    assertThat(Orders.one(kept, SubscriptionEnded.class)).isNull();
  }

  @Test
  void countsWhatAChangeCostToWhatIsPaidForTheTerm() {
    OrderState order = Orders.order(OrderType.CHANGE, OrderStatus.PROCESSING, "3.00");
    SubscriptionResized resized =
        Orders.one(confirm(order, subscription("17.00")), SubscriptionResized.class);
    assertThat(resized.paid().value()).isEqualTo("20.00");
    assertThat(resized.size()).isEqualTo(100);
  }

  @Test
  void beginsAFurtherTermWhereTheOneBeforeEnds() {
    OrderState order = Orders.order(OrderType.RENEWAL, OrderStatus.PROCESSING, "17.00");
    SubscriptionRenewed renewed =
        Orders.one(confirm(order, subscription("17.00")), SubscriptionRenewed.class);
    assertThat(renewed.startsAt()).isEqualTo(Instant.parse("2026-02-28T10:00:00Z"));
    assertThat(renewed.expiresAt()).isEqualTo(Instant.parse("2026-03-31T10:00:00Z"));
    assertThat(renewed.nextAt()).isEqualTo(Instant.parse("2026-03-24T10:00:00Z"));
    assertThat(renewed.paid().value()).isEqualTo("17.00");
  }

  @Test
  void refundsARenewalOfWhatIsGoneMeanwhile() {
    OrderState order = Orders.order(OrderType.RENEWAL, OrderStatus.PROCESSING, "17.00");
    Decision late =
        confirm(order, Subscriptions.in(subscription("17.00"), SubscriptionStatus.ENDED));
    assertThat(Orders.moved(late, "balance")).isEqualTo("17.00");
    assertThat(Orders.one(late, SubscriptionRenewed.class)).isNull();
    assertThat(Orders.one(late, OrderRefunded.class)).isNotNull();
  }

  @Test
  void refundsAnEnlargementOfWhatIsGoneMeanwhileAndNothingForASmallerSize() {
    Subscription gone = Subscriptions.in(subscription("17.00"), SubscriptionStatus.ENDED);
    Decision larger = confirm(Orders.order(OrderType.CHANGE, OrderStatus.PROCESSING, "3.00"), gone);
    assertThat(Orders.moved(larger, "balance")).isEqualTo("3.00");
    assertThat(Orders.one(larger, SubscriptionResized.class)).isNull();
    assertThat(Orders.one(larger, OrderRefunded.class)).isNotNull();
    Decision smaller =
        confirm(Orders.order(OrderType.CHANGE, OrderStatus.PROCESSING, "-3.00"), gone);
    assertThat(Orders.moved(smaller, "balance")).isEqualTo("0.00");
  }

  @Test
  void paysBackWhatIsGoneThoughNobodyCouldTakeItAway() {
    OrderState order = Orders.order(OrderType.UNSUBSCRIBE, OrderStatus.PROCESSING, "-9.50");
    Decision late =
        reject(order, Subscriptions.in(subscription("17.00"), SubscriptionStatus.ENDED));
    assertThat(Orders.moved(late, "balance")).isEqualTo("9.50");
    assertThat(Orders.moved(late, "revenue")).isEqualTo("-9.50");
  }

  @Test
  void endsASubscriptionOnceAndPaysItBackAllTheSame() {
    OrderState order = Orders.order(OrderType.UNSUBSCRIBE, OrderStatus.PROCESSING, "-9.50");
    Decision again =
        confirm(order, Subscriptions.in(subscription("17.00"), SubscriptionStatus.ENDED));
    assertThat(Orders.moved(again, "balance")).isEqualTo("9.50");
    assertThat(Orders.one(again, SubscriptionEnded.class)).isNull();
    assertThat(Orders.one(again, OrderCompleted.class)).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderStatus.class,
      names = {"REVIEW", "UNPAID", "CANCELLED", "COMPLETED"})
  void changesNothingUnlessItIsPaidAndNotOver(OrderStatus status) {
    OrderState order = Orders.order(OrderType.NEW, status, "17.00");
    assertThat(Orders.events(confirm(order, null))).isEmpty();
    assertThat(Orders.events(reject(order))).isEmpty();
  }

  @Test
  void endsALineOnce() {
    OrderState two = Orders.order(OrderType.NEW, OrderStatus.PROCESSING, "17.00", "5.00");
    OrderState over = after(two, 0, two.lines().get(0).fulfilled());
    assertThat(Orders.events(confirm(over, null))).isEmpty();
    assertThat(Orders.events(reject(over))).isEmpty();
    assertThat(Orders.one(confirm(two, null), LineFulfilled.class)).isNotNull();
    assertThat(Orders.one(reject(two), LineRefused.class)).isNotNull();
  }

  private static Subscription subscription(String paid) {
    return Subscriptions.bought(Orders.vault(80, null), paid, Orders.TIME);
  }

  private static OrderState after(OrderState order, int place, Line line) {
    List<Line> lines = new ArrayList<>(order.lines());
    lines.set(place, line);
    return new OrderState(
        order.id(),
        order.orderId(),
        order.domainId(),
        order.type(),
        order.status(),
        order.autoPay(),
        order.total(),
        lines);
  }

  private static Decision confirm(OrderState order, Subscription subscription) {
    return Settling.confirm(
        new Settling.State(order, subscription), 0, Orders.SETTINGS, Orders.TIME);
  }

  private static Decision reject(OrderState order) {
    return reject(order, null);
  }

  private static Decision reject(OrderState order, Subscription subscription) {
    return Settling.reject(new Settling.State(order, subscription), 0, "C", "why", Orders.TIME);
  }
}
