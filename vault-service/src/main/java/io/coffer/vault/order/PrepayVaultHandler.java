package io.coffer.vault.order;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.VaultOrderCommand.PrepayVault;
import io.coffer.contracts.vault.VaultOrderEvent.VaultSold;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.vault.VaultChange;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Has a vault that was paid by use paid in advance. */
@ApplicationScoped
class PrepayVaultHandler implements Handler<PrepayVault, VaultState> {

  private final VaultStore vaults;

  PrepayVaultHandler(VaultStore vaults) {
    this.vaults = vaults;
  }

  @Override
  public Uni<VaultState> load(PrepayVault command, Envelope envelope) {
    return vaults.state(envelope.project(), command.vaultId());
  }

  @Override
  public Decision decide(VaultState vault, PrepayVault command, Envelope envelope) {
    Decision decision =
        vault.isBought()
            ? Decision.refuse(
                CbrError.VAULT_CANNOT_BE_UPDATED,
                "Vault " + vault.id() + " is paid in advance already.")
            : VaultChange.decide(
                vault, Map.of("chargingMode", "pre_paid", "autoExpand", false), envelope);
    return VaultOrders.ended(decision, new VaultSold(vault.id(), command.order(), envelope.time()));
  }

  @Override
  public Decision absent(PrepayVault command) {
    return VaultOrders.unknownVault(command.vaultId(), command.order());
  }

  @Override
  public Decision abandon(PrepayVault command, Envelope envelope) {
    return VaultOrders.givenUp(command.vaultId(), command.order());
  }
}
