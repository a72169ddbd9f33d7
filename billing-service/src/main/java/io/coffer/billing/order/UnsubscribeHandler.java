package io.coffer.billing.order;

import io.coffer.billing.money.Amounts;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders that resources go, and that what was paid for days that are left comes back. */
@ApplicationScoped
class UnsubscribeHandler implements Handler<Unsubscribe, UnsubscribeHandler.State> {

  private final OrderDesk desk;
  private final SubscriptionStore subscriptions;
  private final SoldServices services;
  private final OrderAnswers answers;

  UnsubscribeHandler(
      OrderDesk desk,
      SubscriptionStore subscriptions,
      SoldServices services,
      OrderAnswers answers) {
    this.desk = desk;
    this.subscriptions = subscriptions;
    this.services = services;
    this.answers = answers;
  }

  /** What is known. */
  record State(Placing.State placing, List<Subscription> subscriptions) {}

  @Override
  public Uni<State> load(Unsubscribe command, Envelope envelope) {
    return Loading.of(desk.known(envelope))
        .then(placing -> subscriptions.states(envelope.project(), command.resourceIds()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, Unsubscribe command, Envelope envelope) {
    List<OrderLine> lines = new ArrayList<>();
    for (UUID resource : command.resourceIds()) {
      Optional<Subscription> found =
          state.subscriptions().stream()
              .filter(one -> one.resourceId().equals(resource) && !one.isOver())
              .findFirst();
      if (found.isEmpty()) {
        return SubscriptionNotFound.refusal(resource);
      }
      if (found.get().busyWith() != null) {
        return OtherOrder.refusal(resource);
      }
      UUID id = DerivedId.task(envelope.id(), resource.toString());
      lines.add(line(found.get(), id, envelope));
    }
    return desk.take(
        state.placing(), new Placing.Draft("bss", OrderType.UNSUBSCRIBE, true, lines), envelope);
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
