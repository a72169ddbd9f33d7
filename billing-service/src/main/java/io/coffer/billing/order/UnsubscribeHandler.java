package io.coffer.billing.order;

import io.coffer.billing.account.AccountStore;
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

  private final AccountStore accounts;
  private final OrderStore orders;
  private final SubscriptionStore subscriptions;
  private final SoldServices services;
  private final OrderAnswers answers;
  private final Offers offers;
  private final OrderSettings settings;

  UnsubscribeHandler(
      AccountStore accounts,
      OrderStore orders,
      SubscriptionStore subscriptions,
      SoldServices services,
      OrderAnswers answers,
      Offers offers,
      OrderSettings settings) {
    this.accounts = accounts;
    this.orders = orders;
    this.subscriptions = subscriptions;
    this.services = services;
    this.answers = answers;
    this.offers = offers;
    this.settings = settings;
  }

  /** What is known. */
  record State(Placing.State placing, List<Subscription> subscriptions) {}

  @Override
  public Uni<State> load(Unsubscribe command, Envelope envelope) {
    return Loading.of(accounts.of(envelope.project()))
        .then(account -> orders.free(OrderIds.of(envelope, settings)))
        .then((account, orderId) -> subscriptions.states(envelope.project(), command.resourceIds()))
        .as((account, orderId, found) -> new State(new Placing.State(account, orderId), found));
  }

  @Override
  public Decision decide(State state, Unsubscribe command, Envelope envelope) {
    List<OrderLine> lines = new ArrayList<>();
    for (UUID resource : command.resourceIds()) {
      Optional<Subscription> found =
          state.subscriptions().stream()
              .filter(one -> one.resourceId().equals(resource) && one.isActive())
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
    return Placing.decide(
        state.placing(),
        new Placing.Draft("bss", OrderType.UNSUBSCRIBE, true, lines),
        offers,
        settings,
        envelope);
  }

  @Override
  public Decision absent(Unsubscribe command) {
    return NoAccount.refusal();
  }

  @Override
  public Uni<Answer> answer(Unsubscribe command, Envelope envelope) {
    return answers.unsubscribed(envelope.project(), envelope.id());
  }

  private OrderLine line(Subscription subscription, UUID commandId, Envelope envelope) {
    OrderLine bought = subscription.line();
    return Lines.about(
        bought,
        bought.size(),
        Amounts.wire(subscription.term().left(subscription.paid(), envelope.time()).negate()),
        services.of(bought).withdrawal(bought, commandId));
  }
}
