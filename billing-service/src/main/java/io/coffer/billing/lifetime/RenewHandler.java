package io.coffer.billing.lifetime;

import io.coffer.billing.account.AccountStore;
import io.coffer.billing.order.NoAccount;
import io.coffer.billing.order.OrderAnswers;
import io.coffer.billing.order.OrderIds;
import io.coffer.billing.order.OrderSettings;
import io.coffer.billing.order.OrderStore;
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

  private final AccountStore accounts;
  private final OrderStore orders;
  private final SubscriptionStore subscriptions;
  private final Renewals renewals;
  private final OrderAnswers answers;
  private final OrderSettings settings;

  RenewHandler(
      AccountStore accounts,
      OrderStore orders,
      SubscriptionStore subscriptions,
      Renewals renewals,
      OrderAnswers answers,
      OrderSettings settings) {
    this.accounts = accounts;
    this.orders = orders;
    this.subscriptions = subscriptions;
    this.renewals = renewals;
    this.answers = answers;
    this.settings = settings;
  }

  /** What is known. */
  record State(Placing.State placing, List<Subscription> subscriptions) {}

  @Override
  public Uni<State> load(RenewSubscriptions command, Envelope envelope) {
    return Loading.of(accounts.of(envelope.project()))
        .then(account -> orders.free(OrderIds.of(envelope, settings)))
        .then((account, orderId) -> subscriptions.states(envelope.project(), command.resourceIds()))
        .as((account, orderId, found) -> new State(new Placing.State(account, orderId), found));
  }

  @Override
  public Decision decide(State state, RenewSubscriptions command, Envelope envelope) {
    List<Subscription> wanted = new ArrayList<>();
    List<OrderLine> lines = new ArrayList<>();
    for (UUID resource : command.resourceIds()) {
      Optional<Subscription> found =
          state.subscriptions().stream()
              .filter(one -> one.resourceId().equals(resource) && !one.isOver())
              .findFirst();
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
