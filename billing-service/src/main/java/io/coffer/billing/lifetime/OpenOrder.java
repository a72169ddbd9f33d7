package io.coffer.billing.lifetime;

import io.coffer.contracts.Event;
import io.coffer.contracts.billing.OrderEvent.OrderCancelled;
import io.coffer.messaging.decision.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** An order that is not over, where another one takes its place. */
final class OpenOrder {

  private OpenOrder() {}

  /** Gives these orders up, which are not paid, before what is decided; none where it is not. */
  static Decision cancelled(Collection<UUID> unpaid, String reason, Decision then, Instant time) {
    if (!(then instanceof Decision.Accepted accepted)) {
      return then;
    }
    List<Event> events = new ArrayList<>();
    unpaid.forEach(order -> events.add(new OrderCancelled(order, reason, time)));
    events.addAll(accepted.events());
    return new Decision.Accepted(List.copyOf(events), accepted.orders());
  }
}
