package io.coffer.billing.lifetime;

import io.coffer.billing.ledger.LedgerAccount;
import io.coffer.billing.ledger.Transfer;
import io.coffer.billing.order.Line;
import io.coffer.billing.order.OrderState;
import io.coffer.billing.order.OrderStatus;
import io.coffer.billing.order.OrderStore;
import io.coffer.billing.order.OrderType;
import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.SubscriptionNotFound;
import io.coffer.billing.subscription.SubscriptionStore;
import io.coffer.contracts.Event;
import io.coffer.contracts.billing.OrderEvent.OrderCancelled;
import io.coffer.contracts.billing.SubscriptionCommand.EndSubscription;
import io.coffer.contracts.billing.SubscriptionEvent.SubscriptionEnded;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.javamoney.moneta.Money;

/**
 * Ends the subscription of what is gone for good. What was paid for days that are left comes back,
 * once: an order that takes the thing away pays it itself.
 */
@ApplicationScoped
class EndSubscriptionHandler implements Handler<EndSubscription, EndSubscriptionHandler.State> {

  private final SubscriptionStore subscriptions;
  private final OrderStore orders;

  EndSubscriptionHandler(SubscriptionStore subscriptions, OrderStore orders) {
    this.subscriptions = subscriptions;
    this.orders = orders;
  }

  /**
   * What is known.
   *
   * @param busy the order about it that is not over, if there is one
   */
  record State(Subscription subscription, List<OrderState> busy) {}

  @Override
  public Uni<State> load(EndSubscription command, Envelope envelope) {
    return Loading.of(subscriptions.state(envelope.project(), command.resourceId()))
        .then(found -> orders.about(envelope.project(), List.of(found)))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, EndSubscription command, Envelope envelope) {
    Subscription subscription = state.subscription();
    if (subscription.isOver()) {
      return Decision.nothing();
    }
    List<Event> events = new ArrayList<>();
    state.busy().stream()
        .filter(order -> order.status() == OrderStatus.UNPAID)
        .map(order -> new OrderCancelled(order.id(), "What it is about is over.", envelope.time()))
        .forEach(events::add);
    events.add(new SubscriptionEnded(command.resourceId(), envelope.time()));
    Money left = subscription.left(envelope.time());
    if (left.isPositive() && state.busy().stream().noneMatch(order -> pays(order, command))) {
      events.add(
          new Transfer(
                  LedgerAccount.revenue,
                  LedgerAccount.balance,
                  left,
                  "refund",
                  subscription.orderId())
              .posted(envelope.id(), envelope.time()));
    }
    return Decision.accept(events);
  }

  @Override
  public Decision absent(EndSubscription command) {
    return SubscriptionNotFound.refusal(command.resourceId());
  }

  private static boolean pays(OrderState order, EndSubscription command) {
    return order.type() == OrderType.UNSUBSCRIBE
        && order.status() == OrderStatus.PROCESSING
        && order.lines().stream()
            .anyMatch(
                line ->
                    line.state() == Line.State.OPEN
                        && line.wanted().resourceId().equals(command.resourceId()));
  }
}
