package io.coffer.billing.lifetime;

import io.coffer.billing.money.Amounts;
import io.coffer.billing.order.NoAccount;
import io.coffer.billing.order.OrderAnswers;
import io.coffer.billing.order.OrderDesk;
import io.coffer.billing.order.OrderState;
import io.coffer.billing.order.OrderStatus;
import io.coffer.billing.order.OrderStore;
import io.coffer.billing.order.OrderType;
import io.coffer.billing.order.Placing;
import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.SubscriptionNotFound;
import io.coffer.billing.subscription.SubscriptionStore;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.SubscriptionCommand.Unsubscribe;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Orders that resources go, and that what was paid for days that are left comes back. */
@ApplicationScoped
class UnsubscribeHandler implements Handler<Unsubscribe, UnsubscribeHandler.State> {

  private final OrderDesk desk;
  private final OrderStore orders;
  private final SubscriptionStore subscriptions;
  private final SoldServices services;
  private final OrderAnswers answers;

  UnsubscribeHandler(
      OrderDesk desk,
      OrderStore orders,
      SubscriptionStore subscriptions,
      SoldServices services,
      OrderAnswers answers) {
    this.desk = desk;
    this.orders = orders;
    this.subscriptions = subscriptions;
    this.services = services;
    this.answers = answers;
  }

  /**
   * What is known.
   *
   * @param busy the orders about the subscriptions that are not over
   */
  record State(Placing.State placing, List<Subscription> subscriptions, List<OrderState> busy) {}

  @Override
  public Uni<State> load(Unsubscribe command, Envelope envelope) {
    return Loading.of(desk.known(envelope))
        .then(placing -> subscriptions.states(envelope.project(), command.resourceIds()))
        .then((placing, found) -> orders.about(envelope.project(), found))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, Unsubscribe command, Envelope envelope) {
    List<OrderLine> lines = new ArrayList<>();
    Set<UUID> unpaid = new LinkedHashSet<>();
    for (UUID resource : command.resourceIds()) {
      Optional<Subscription> found = Subscription.live(state.subscriptions(), resource);
      if (found.isEmpty()) {
        return SubscriptionNotFound.refusal(resource);
      }
      UUID busy = found.get().busyWith();
      if (busy != null && !isUnpaid(state, busy)) {
        return OtherOrder.refusal(resource);
      }
      if (busy != null) {
        unpaid.add(busy);
      }
      UUID id = DerivedId.task(envelope.id(), resource.toString());
      lines.add(line(found.get(), id, envelope));
    }
    Decision taken =
        desk.take(
            state.placing(),
            new Placing.Draft("bss", OrderType.UNSUBSCRIBE, true, lines),
            envelope);
    return OpenOrder.cancelled(unpaid, "What it is about is given up.", taken, envelope.time());
  }

  private static boolean isUnpaid(State state, UUID order) {
    return state.busy().stream()
        .anyMatch(one -> one.id().equals(order) && one.status() == OrderStatus.UNPAID);
  }

  @Override
  public Decision absent(Unsubscribe command) {
    return NoAccount.refusal();
  }

  @Override
  public Uni<Answer> answer(Unsubscribe command, Envelope envelope) {
    return answers.ofSubscriptions(envelope.project(), envelope.id());
  }

  private OrderLine line(Subscription subscription, UUID commandId, Envelope envelope) {
    OrderLine bought = subscription.line();
    return Lines.about(
        bought,
        bought.size(),
        Amounts.wire(subscription.left(envelope.time()).negate()),
        services.of(bought).withdrawal(bought, commandId));
  }
}
