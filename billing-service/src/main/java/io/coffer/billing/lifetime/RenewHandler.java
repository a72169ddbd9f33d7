package io.coffer.billing.lifetime;

import io.coffer.billing.order.NoAccount;
import io.coffer.billing.order.OrderAnswers;
import io.coffer.billing.order.OrderDesk;
import io.coffer.billing.order.Placing;
import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.SubscriptionNotFound;
import io.coffer.billing.subscription.SubscriptionStore;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.SubscriptionCommand.RenewSubscriptions;
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

/** Orders a further term because the customer wants it, of whatever is not gone. */
@ApplicationScoped
class RenewHandler implements Handler<RenewSubscriptions, RenewHandler.State> {

  private final OrderDesk desk;
  private final SubscriptionStore subscriptions;
  private final Renewals renewals;
  private final OrderAnswers answers;

  RenewHandler(
      OrderDesk desk, SubscriptionStore subscriptions, Renewals renewals, OrderAnswers answers) {
    this.desk = desk;
    this.subscriptions = subscriptions;
    this.renewals = renewals;
    this.answers = answers;
  }

  /** What is known. */
  record State(Placing.State placing, List<Subscription> subscriptions) {}

  @Override
  public Uni<State> load(RenewSubscriptions command, Envelope envelope) {
    return Loading.of(desk.known(envelope))
        .then(placing -> subscriptions.states(envelope.project(), command.resourceIds()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, RenewSubscriptions command, Envelope envelope) {
    List<Subscription> wanted = new ArrayList<>();
    List<OrderLine> lines = new ArrayList<>();
    for (UUID resource : command.resourceIds()) {
      Optional<Subscription> found = Subscription.live(state.subscriptions(), resource);
      if (found.isEmpty()) {
        return SubscriptionNotFound.refusal(resource);
      }
      wanted.add(found.get());
      lines.add(renewals.line(found.get(), command.periodType(), command.periodNum(), envelope));
    }
    return renewals.order(state.placing(), wanted, lines, command.autoPay(), envelope);
  }

  @Override
  public Decision absent(RenewSubscriptions command) {
    return NoAccount.refusal();
  }

  @Override
  public Uni<Answer> answer(RenewSubscriptions command, Envelope envelope) {
    return answers.ofSubscriptions(envelope.project(), envelope.id());
  }
}
