package io.coffer.billing.lifetime;

import io.coffer.billing.money.Amounts;
import io.coffer.billing.order.Balance;
import io.coffer.billing.order.Offers;
import io.coffer.billing.order.OrderSettings;
import io.coffer.billing.order.OrderType;
import io.coffer.billing.order.Placing;
import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.Term;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.billing.OrderEvent.PricedLine;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.contracts.billing.Provision;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.javamoney.moneta.Money;

/** Orders further terms of what is subscribed. Who owes something pays that first. */
@ApplicationScoped
class Renewals {

  private static final String SERVICE = "bss";

  private final Offers offers;
  private final SoldServices services;
  private final OrderSettings settings;

  Renewals(Offers offers, SoldServices services, OrderSettings settings) {
    this.offers = offers;
    this.services = services;
    this.settings = settings;
  }

  /**
   * A further term like the first one, which the balance pays at once: it is paid, or it is not
   * ordered.
   */
  Decision byItself(Placing.State state, Subscription subscription, Envelope envelope) {
    OrderLine bought = subscription.line();
    OrderLine line = line(subscription, bought.periodType(), bought.periodNum(), envelope);
    Optional<Money> price =
        offers.of(line, envelope.time()).map(PricedLine::price).map(Amounts::of);
    boolean isTooMuch =
        price
            .filter(state.account()::paysIn)
            .filter(sum -> !state.account().covers(sum))
            .isPresent();
    return isTooMuch
        ? Balance.tooLittle(state.account(), price.get())
        : order(state, List.of(subscription), List.of(line), true, envelope);
  }

  Decision order(
      Placing.State state,
      List<Subscription> subscriptions,
      List<OrderLine> lines,
      boolean autoPay,
      Envelope envelope) {
    for (Subscription subscription : subscriptions) {
      if (subscription.busyWith() != null) {
        return OtherOrder.refusal(subscription.resourceId());
      }
    }
    return state.account().isClear()
        ? Placing.decide(
            state,
            new Placing.Draft(SERVICE, OrderType.RENEWAL, autoPay, lines),
            offers,
            settings,
            envelope)
        : Balance.owes(state.account());
  }

  OrderLine line(Subscription subscription, String periodType, int periodNum, Envelope envelope) {
    OrderLine bought = subscription.line();
    Term next = subscription.next(periodType, periodNum, settings.zone());
    UUID id = DerivedId.task(envelope.id(), bought.resourceId().toString());
    Provision provision = services.of(bought).renewal(bought, next, id);
    return Lines.of(bought, periodType, periodNum, provision);
  }
}
