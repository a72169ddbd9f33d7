package io.coffer.billing.lifetime;

import io.coffer.billing.account.AccountStore;
import io.coffer.billing.lifetime.SoldService.Keeping;
import io.coffer.billing.order.OrderIds;
import io.coffer.billing.order.OrderSettings;
import io.coffer.billing.order.OrderState;
import io.coffer.billing.order.OrderStore;
import io.coffer.billing.order.Placing;
import io.coffer.billing.subscription.Subscription;
import io.coffer.billing.subscription.SubscriptionStore;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Does what is to be done about a subscription whose time has come. */
@ApplicationScoped
class SubscriptionDueHandler implements Handler<SubscriptionDue, NextStep.State> {

  private final AccountStore accounts;
  private final OrderStore orders;
  private final SubscriptionStore subscriptions;
  private final Renewals renewals;
  private final SoldServices services;
  private final OrderSettings orderSettings;
  private final LifetimeSettings settings;

  SubscriptionDueHandler(
      AccountStore accounts,
      OrderStore orders,
      SubscriptionStore subscriptions,
      Renewals renewals,
      SoldServices services,
      OrderSettings orderSettings,
      LifetimeSettings settings) {
    this.accounts = accounts;
    this.orders = orders;
    this.subscriptions = subscriptions;
    this.renewals = renewals;
    this.services = services;
    this.orderSettings = orderSettings;
    this.settings = settings;
  }

  @Override
  public Uni<NextStep.State> load(SubscriptionDue due, Envelope envelope) {
    String domain = envelope.project();
    return Loading.of(accounts.of(domain))
        .then(account -> orders.free(OrderIds.of(envelope, orderSettings)))
        .then((account, orderId) -> subscriptions.state(domain, due.resourceId()))
        .then((account, orderId, subscription) -> busy(domain, subscription))
        .as(
            (account, orderId, subscription, busy) ->
                new NextStep.State(new Placing.State(account, orderId), subscription, busy));
  }

  @Override
  public Decision decide(NextStep.State state, SubscriptionDue due, Envelope envelope) {
    Subscription subscription = state.subscription();
    if (!NextStep.isMeant(subscription, due, envelope.time())) {
      return Decision.nothing();
    }
    Optional<Keeping> keeping = services.of(subscription.line()).keeping(subscription.line());
    NextStep step = new NextStep(subscription, keeping.orElse(null), settings, envelope.time());
    if (state.isBeingFulfilled()) {
      return step.waits();
    }
    if (step.isEarly()) {
      return step.ending(
          subscription.autoRenew()
              ? renewals.byItself(state.placing(), subscription.free(), envelope)
              : null);
    }
    return subscription.autoRenew()
        ? step.renewed(one -> renewals.byItself(state.placing(), one, envelope))
        : step.withoutRenewal(null);
  }

  /** A subscription whose domain has no account is nobody's. */
  @Override
  public Decision absent(SubscriptionDue due) {
    return Decision.nothing();
  }

  private Uni<OrderState> busy(String domain, Subscription subscription) {
    UUID order = subscription == null ? null : subscription.busyWith();
    return order == null ? Uni.createFrom().nullItem() : orders.state(domain, order);
  }
}
