package io.coffer.vault.order;

import io.coffer.contracts.vault.VaultOrderCommand.ResizeVault;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderFulfilled;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.vault.VaultChange;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Gives a vault the capacity that was bought. */
@ApplicationScoped
class ResizeVaultHandler implements Handler<ResizeVault, VaultState> {

  private final VaultStore vaults;

  ResizeVaultHandler(VaultStore vaults) {
    this.vaults = vaults;
  }

  @Override
  public Uni<VaultState> load(ResizeVault command, Envelope envelope) {
    return vaults.state(envelope.project(), command.vaultId());
  }

  @Override
  public Decision decide(VaultState vault, ResizeVault command, Envelope envelope) {
    return VaultOrders.ended(
        VaultChange.decide(vault, Map.of("sizeGb", command.sizeGb()), envelope),
        new VaultOrderFulfilled(vault.id(), command.order()));
  }

  @Override
  public Decision absent(ResizeVault command) {
    return VaultOrders.unknownVault(command.vaultId(), command.order());
  }

  @Override
  public Decision abandon(ResizeVault command, Envelope envelope) {
    return VaultOrders.givenUp(command.vaultId(), command.order());
  }
}
