package io.coffer.billing.dbom;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.Event;
import io.coffer.contracts.billing.OrderCommand.ConfirmLine;
import io.coffer.contracts.billing.OrderCommand.RejectLine;
import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionFailed;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionSucceeded;
import io.coffer.messaging.decision.Decision;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How a line of an order ends: the project of the instance notes it, and the domain that ordered is
 * told and decides in its turn what follows.
 */
final class LineEnd {

  private LineEnd() {}

  /** After these facts, the line is fulfilled. */
  static Decision.Accepted fulfilled(List<Event> facts, OrderReference order, UUID instance) {
    Event noted = new ProvisionSucceeded(order.order(), order.line(), instance, order.domainId());
    return Decision.accept(Stream.concat(facts.stream(), Stream.of(noted)).toList())
        .andTo(order.domainId(), new ConfirmLine(order.order(), order.line()));
  }

  /** After these facts, the line cannot be fulfilled: what was paid for it goes back. */
  static Decision.Accepted refused(
      List<Event> facts, OrderReference order, UUID instance, CbrError error, String why) {
    Event noted =
        new ProvisionFailed(
            order.order(), order.line(), instance, order.domainId(), error.code(), why);
    return Decision.accept(Stream.concat(facts.stream(), Stream.of(noted)).toList())
        .andTo(order.domainId(), new RejectLine(order.order(), order.line(), error.code(), why));
  }
}
