package io.coffer.billing.order;

import io.coffer.billing.ledger.LedgerAccount;
import io.coffer.billing.ledger.Transfer;
import io.coffer.billing.money.Amounts;
import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.Term;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.billing.LedgerEvent.TransactionPosted;
import io.coffer.contracts.billing.OrderEvent.LineFulfilled;
import io.coffer.contracts.billing.OrderEvent.LineRefused;
import io.coffer.contracts.billing.OrderEvent.OrderCompleted;
import io.coffer.contracts.billing.OrderEvent.OrderRefunded;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionRenewed;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionResized;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionStarted;
import io.coffer.messaging.decision.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.javamoney.moneta.Money;

/** What follows when a line of a paid order ends, one way or the other. Each line ends once. */
final class Settling {

  private Settling() {}

  /**
   * What is known.
   *
   * @param subscription of what the line is about; null for none
   */
  record State(OrderState order, Subscription subscription) {}

  /** The line is fulfilled: what the customer gets back for it is paid now. */
  static Decision confirm(State state, int place, OrderSettings settings, Instant time) {
    OrderState order = state.order();
    if (!isOpen(order, place)) {
      return Decision.nothing();
    }
    boolean isKept = order.type() == OrderType.RENEWAL || order.type() == OrderType.CHANGE;
    if (isKept && state.subscription().isOver()) {
      return reject(
          state, place, CbrError.SUBSCRIPTION_NOT_FOUND.code(), "It ended meanwhile.", time);
    }
    Line line = order.lines().get(place);
    List<Event> events = new ArrayList<>();
    events.add(new LineFulfilled(order.id(), place, time));
    if (line.money().isNegative()) {
      events.add(refund(order, place, line.money().negate(), time));
    }
    subscribed(state, line, settings, time).ifPresent(events::add);
    if (order.waitsOnlyFor(place)) {
      events.add(new OrderCompleted(order.id(), time));
    }
    return Decision.accept(events);
  }

  /**
   * The line cannot be fulfilled: what was paid for it goes back. What was to be taken away and is
   * gone is paid back all the same, as nobody else does.
   */
  static Decision reject(State state, int place, String code, String message, Instant time) {
    OrderState order = state.order();
    if (!isOpen(order, place)) {
      return Decision.nothing();
    }
    Money money = order.lines().get(place).money();
    boolean isGone = order.type() == OrderType.UNSUBSCRIBE && state.subscription().isOver();
    Money back = isGone ? money.negate() : money;
    List<Event> events = new ArrayList<>();
    events.add(new LineRefused(order.id(), place, code, message, time));
    if (back.isPositive()) {
      events.add(refund(order, place, back, time));
    }
    if (order.waitsOnlyFor(place)) {
      events.add(
          order.isPartlyFulfilled()
              ? new OrderCompleted(order.id(), time)
              : new OrderRefunded(order.id(), code + ": " + message, time));
    }
    return Decision.accept(events);
  }

  private static boolean isOpen(OrderState order, int place) {
    return order.status() == OrderStatus.PROCESSING
        && place >= 0
        && place < order.lines().size()
        && order.lines().get(place).state() == Line.State.OPEN;
  }

  private static TransactionPosted refund(OrderState order, int place, Money money, Instant time) {
    return new Transfer(
            LedgerAccount.revenue, LedgerAccount.balance, money, "refund", order.orderId())
        .posted(DerivedId.of(order.id(), "line" + place), time);
  }

  private static SubscriptionStarted started(
      OrderState order, Line line, OrderSettings settings, Instant time) {
    OrderLine wanted = line.wanted();
    Term term = Term.of(wanted, time, settings.zone());
    return new SubscriptionStarted(
        wanted.resourceId(),
        order.id(),
        order.orderId(),
        line.productId(),
        wanted,
        line.price(),
        time,
        term.end(),
        told(term, settings, time));
  }

  private static SubscriptionRenewed renewed(
      State state, Line line, OrderSettings settings, Instant time) {
    OrderLine wanted = line.wanted();
    Term next = state.subscription().next(wanted.periodType(), wanted.periodNum(), settings.zone());
    return new SubscriptionRenewed(
        wanted.resourceId(),
        state.order().id(),
        state.order().orderId(),
        line.price(),
        wanted.periodType(),
        wanted.periodNum(),
        next.start(),
        next.end(),
        time,
        told(next, settings, time));
  }

  /** When somebody is told that a term ends soon; null where that is so already. */
  private static Instant told(Term term, OrderSettings settings, Instant time) {
    Instant early = term.end().minus(settings.tellBefore());
    return early.isAfter(time) ? early : null;
  }

  private static Optional<Event> subscribed(
      State state, Line line, OrderSettings settings, Instant time) {
    OrderLine wanted = line.wanted();
    return switch (state.order().type()) {
      case NEW, TO_PERIOD ->
          wanted.periodType() == null
              ? Optional.empty()
              : Optional.of(started(state.order(), line, settings, time));
      case CHANGE ->
          Optional.of(
              new SubscriptionResized(
                  wanted.resourceId(),
                  wanted.size(),
                  wanted.specCode(),
                  line.productId(),
                  Amounts.wire(state.subscription().cost().add(line.money())),
                  time));
      case UNSUBSCRIBE ->
          state.subscription().isOver()
              ? Optional.empty()
              : Optional.of(new SubscriptionEnded(wanted.resourceId(), time));
      case RENEWAL -> Optional.of(renewed(state, line, settings, time));
    };
  }
}
