package io.coffer.billing.resourcepackage;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.Event;
import io.coffer.contracts.billing.OrderCommand.ConfirmLine;
import io.coffer.contracts.billing.OrderCommand.RejectLine;
import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.billing.PackageEvent;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionFailed;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionSucceeded;
import io.coffer.messaging.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tells the domain how its order of a package ended. */
final class Fulfilment {

  private Fulfilment() {}

  static Decision succeeded(PackageEvent event, OrderReference order) {
    return fulfilled(List.of(event), order, event.packageId());
  }

  /** It is as the order wants it already. */
  static Decision succeeded(OrderReference order, UUID packageId) {
    return fulfilled(List.of(), order, packageId);
  }

  private static Decision fulfilled(
      List<PackageEvent> facts, OrderReference order, UUID packageId) {
    List<Event> events = new ArrayList<>(facts);
    events.add(new ProvisionSucceeded(order.order(), order.line(), packageId, order.domainId()));
    return Decision.accept(events)
        .andTo(order.domainId(), new ConfirmLine(order.order(), order.line()));
  }

  static Decision failed(OrderReference order, UUID packageId, String message) {
    String code = CbrError.UNKNOWN_ERROR.code();
    return Decision.accept(
            new ProvisionFailed(
                order.order(), order.line(), packageId, order.domainId(), code, message))
        .andTo(order.domainId(), new RejectLine(order.order(), order.line(), code, message));
  }
}
