package io.coffer.billing.lifetime;

import io.coffer.billing.money.Amounts;
import io.coffer.billing.order.Balance;
import io.coffer.billing.order.NoAccount;
import io.coffer.billing.order.Offers;
import io.coffer.billing.order.OrderAnswers;
import io.coffer.billing.order.OrderDesk;
import io.coffer.billing.order.OrderNotFound;
import io.coffer.billing.order.OrderSettings;
import io.coffer.billing.order.OrderState;
import io.coffer.billing.order.OrderStore;
import io.coffer.billing.order.OrderType;
import io.coffer.billing.order.Placing;
import io.coffer.billing.subscription.Span;
import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.SubscriptionNotFound;
import io.coffer.billing.subscription.SubscriptionStore;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.Provision;
import io.coffer.contracts.billing.SubscriptionCommand.Resize;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.javamoney.moneta.Money;

/**
 * Orders another size of something. The difference of the prices is paid, or comes back, for the
 * days of a term that are left.
 */
@ApplicationScoped
class ResizeHandler implements Handler<Resize, ResizeHandler.State> {

  private final OrderDesk desk;
  private final OrderStore orders;
  private final SubscriptionStore subscriptions;
  private final SoldServices services;
  private final OrderAnswers answers;
  private final Offers offers;
  private final OrderSettings settings;

  ResizeHandler(
      OrderDesk desk,
      OrderStore orders,
      SubscriptionStore subscriptions,
      SoldServices services,
      OrderAnswers answers,
      Offers offers,
      OrderSettings settings) {
    this.desk = desk;
    this.orders = orders;
    this.subscriptions = subscriptions;
    this.services = services;
    this.answers = answers;
    this.offers = offers;
    this.settings = settings;
  }

  /**
   * What is known.
   *
   * @param subscription null for none
   * @param named the order that is named, if it is there
   */
  record State(Placing.State placing, Subscription subscription, List<OrderState> named) {}

  @Override
  public Uni<State> load(Resize command, Envelope envelope) {
    String domain = envelope.project();
    List<String> named = command.orderId() == null ? List.of() : List.of(command.orderId());
    return Loading.of(desk.known(envelope))
        .then(placing -> subscriptions.state(domain, command.resourceId()))
        .then((placing, subscription) -> orders.states(domain, named))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, Resize command, Envelope envelope) {
    if (command.orderId() != null && state.named().isEmpty()) {
      return OrderNotFound.refusal(command.orderId());
    }
    Subscription subscription = state.subscription();
    if (subscription == null
        || subscription.isOver()
        || !subscription.line().projectId().equals(command.projectId())) {
      return SubscriptionNotFound.refusal(command.resourceId());
    }
    OrderLine bought = subscription.line();
    if (!bought.specCode().equals(command.specCode())) {
      return Decision.refuse(
          CbrError.INVALID_PARAMETER,
          "The resource is of " + bought.specCode() + ", not of " + command.specCode() + ".");
    }
    if (bought.size() == command.size()) {
      return Decision.refuse(
          CbrError.VAULT_SIZE_INVALID, "The resource has " + command.size() + " GB already.");
    }
    if (!subscription.isActive()) {
      return Decision.refuse(
          CbrError.ORDER_PARAMETER_INVALID,
          "What was paid for resource " + command.resourceId() + " is over: renew it first.");
    }
    if (subscription.busyWith() != null) {
      return OtherOrder.refusal(command.resourceId());
    }
    if (command.size() > bought.size() && !state.placing().account().isClear()) {
      return Balance.owes(state.placing().account());
    }
    return order(state, command, envelope);
  }

  @Override
  public Decision absent(Resize command) {
    return NoAccount.refusal();
  }

  @Override
  public Uni<Answer> answer(Resize command, Envelope envelope) {
    return answers.changed(envelope.project(), envelope.id());
  }

  private Decision order(State state, Resize command, Envelope envelope) {
    OrderLine bought = state.subscription().line();
    OrderLine wanted = Lines.about(bought, command.size(), null, null);
    Optional<Provision> provision =
        services.of(bought).resize(wanted, DerivedId.task(envelope.id(), "resize"));
    Optional<Money> price = difference(state.subscription(), wanted, envelope.time());
    if (provision.isEmpty() || price.isEmpty()) {
      return Decision.refuse(
          CbrError.INVALID_PARAMETER, "Resources of " + bought.specCode() + " have one size.");
    }
    OrderLine line =
        Lines.about(bought, command.size(), Amounts.wire(price.get()), provision.get());
    boolean autoPay =
        command.autoPay() != null
            ? command.autoPay()
            : state.named().stream().anyMatch(OrderState::autoPay);
    return desk.take(
        state.placing(),
        new Placing.Draft("cbr", OrderType.CHANGE, autoPay, List.of(line)),
        envelope);
  }

  /**
   * What the days that are left of each term cost more by today's prices; of what is given back,
   * what was paid for those days comes back.
   */
  private Optional<Money> difference(Subscription subscription, OrderLine wanted, Instant now) {
    OrderLine bought = subscription.line();
    if (wanted.size() < bought.size()) {
      long less = bought.size() - wanted.size();
      return Optional.of(subscription.left(less, bought.size(), now).negate());
    }
    for (Span term : subscription.paid()) {
      if (term.isTerm() && (isUnsold(bought, term, now) || isUnsold(wanted, term, now))) {
        return Optional.empty();
      }
    }
    return Optional.of(
        subscription.share(
            span ->
                span.isTerm()
                    ? price(wanted, span, now).subtract(price(bought, span, now))
                    : Money.zero(subscription.cost().getCurrency()),
            now));
  }

  private boolean isUnsold(OrderLine line, Span term, Instant now) {
    return offers.price(of(line, term), now).isEmpty();
  }

  private Money price(OrderLine line, Span term, Instant now) {
    return offers.price(of(line, term), now).orElseThrow();
  }

  private static OrderLine of(OrderLine line, Span term) {
    return Lines.of(line, term.periodType(), term.periodNum(), null);
  }
}
