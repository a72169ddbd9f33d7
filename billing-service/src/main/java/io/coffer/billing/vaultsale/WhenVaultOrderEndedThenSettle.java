package io.coffer.billing.vaultsale;

import io.coffer.contracts.billing.OrderCommand.ConfirmLine;
import io.coffer.contracts.billing.OrderCommand.RejectLine;
import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionFailed;
import io.coffer.contracts.billing.ProvisionEvent.ProvisionSucceeded;
import io.coffer.contracts.vault.VaultOrderEvent;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderRefused;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells the domain how its order of a vault ended. The event is one of the project, so the project
 * notes it, and the domain decides in its turn what follows.
 */
@ApplicationScoped
class WhenVaultOrderEndedThenSettle implements Handler<VaultOrderEvent, OrderReference> {

  @Override
  public Uni<OrderReference> load(VaultOrderEvent event, Envelope envelope) {
    return Uni.createFrom().item(event.order());
  }

  @Override
  public Decision decide(OrderReference order, VaultOrderEvent event, Envelope envelope) {
    return event instanceof VaultOrderRefused refused
        ? Decision.accept(
                new ProvisionFailed(
                    order.order(),
                    order.line(),
                    event.vaultId(),
                    order.domainId(),
                    refused.code(),
                    refused.message()))
            .andTo(
                order.domainId(),
                new RejectLine(order.order(), order.line(), refused.code(), refused.message()))
        : Decision.accept(
                new ProvisionSucceeded(
                    order.order(), order.line(), event.vaultId(), order.domainId()))
            .andTo(order.domainId(), new ConfirmLine(order.order(), order.line()));
  }
}
