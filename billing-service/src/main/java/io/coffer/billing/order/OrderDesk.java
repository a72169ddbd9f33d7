package io.coffer.billing.order;

import io.coffer.billing.account.AccountStore;
import io.coffer.contracts.billing.CombinedOrder;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes orders of all kinds. */
@ApplicationScoped
public class OrderDesk {

  private final AccountStore accounts;
  private final OrderStore orders;
  private final Offers offers;
  private final OrderSettings settings;

  OrderDesk(AccountStore accounts, OrderStore orders, Offers offers, OrderSettings settings) {
    this.accounts = accounts;
    this.orders = orders;
    this.offers = offers;
    this.settings = settings;
  }

  /** What each order stands on; null for a domain without an account. */
  public Uni<Placing.State> known(Envelope envelope) {
    return known(envelope, null);
  }

  /**
   * @param combined what the order is a part of; null where it stands alone
   */
  Uni<Placing.State> known(Envelope envelope, CombinedOrder combined) {
    return Loading.of(accounts.of(envelope.project()))
        .then(account -> orders.free(OrderIds.of(envelope, settings)))
        .then((account, orderId) -> orders.parts(envelope.project(), combined))
        .as(Placing.State::new);
  }

  public Decision take(Placing.State state, Placing.Draft draft, Envelope envelope) {
    return Placing.decide(state, draft, offers, settings, envelope);
  }
}
