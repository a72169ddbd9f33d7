package io.coffer.billing.resourcepackage;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.OrderCommand.ConfirmLine;
import io.coffer.contracts.billing.OrderCommand.RejectLine;
import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.billing.PackageEvent;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionFailed;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionSucceeded;
import io.coffer.messaging.decision.Decision;
import java.util.UUID;

/** Tells the domain how its order of a package ended. */
final class Fulfilment {

  private Fulfilment() {}

  static Decision succeeded(PackageEvent event, OrderReference order) {
    return Decision.accept(
            event,
            new ProvisionSucceeded(
                order.order(), order.line(), event.packageId(), order.domainId()))
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
