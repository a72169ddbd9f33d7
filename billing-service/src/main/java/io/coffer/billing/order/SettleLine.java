package io.coffer.billing.order;

import io.coffer.billing.subscription.SubscriptionStore;
import io.coffer.messaging.decision.Loading;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads what the end of a line is decided on. */
@ApplicationScoped
class SettleLine {

  private final OrderStore orders;
  private final SubscriptionStore subscriptions;

  SettleLine(OrderStore orders, SubscriptionStore subscriptions) {
    this.orders = orders;
    this.subscriptions = subscriptions;
  }

  Uni<Settling.State> load(String domain, UUID order, int place) {
    return Loading.of(orders.state(domain, order))
        .then(
            state ->
                subscriptions.states(
                    domain,
                    state.lines().stream()
                        .skip(place)
                        .limit(1)
                        .map(line -> line.wanted().resourceId())
                        .toList()))
        .as((state, found) -> new Settling.State(state, first(found)));
  }

  private static <T> T first(List<T> found) {
    return found.isEmpty() ? null : found.get(0);
  }
}
