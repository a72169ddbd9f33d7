package io.coffer.vault.order;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.FreezeScene;
import io.coffer.contracts.vault.VaultOrderCommand.RenewVault;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderFulfilled;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStatus;
import io.coffer.vault.vault.VaultStore;
import io.coffer.vault.vault.VaultThaw;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Opens a vault that was paid for again, where it was closed because it was not. Other reasons for
 * which it is closed stay. Nobody pays for one that is going.
 */
@ApplicationScoped
class RenewVaultHandler implements Handler<RenewVault, VaultState> {

  private final VaultStore vaults;

  RenewVaultHandler(VaultStore vaults) {
    this.vaults = vaults;
  }

  @Override
  public Uni<VaultState> load(RenewVault command, Envelope envelope) {
    return vaults.state(envelope.project(), command.vaultId());
  }

  @Override
  public Decision decide(VaultState vault, RenewVault command, Envelope envelope) {
    return VaultOrders.ended(
        renew(vault, envelope), new VaultOrderFulfilled(vault.id(), command.order()));
  }

  @Override
  public Decision absent(RenewVault command) {
    return VaultOrders.unknownVault(command.vaultId(), command.order());
  }

  @Override
  public Decision abandon(RenewVault command, Envelope envelope) {
    return VaultOrders.givenUp(command.vaultId(), command.order());
  }

  private static Decision renew(VaultState vault, Envelope envelope) {
    if (!vault.isOpen() && vault.status() != VaultStatus.frozen) {
      return Decision.refuse(
          CbrError.VAULT_STATUS_INVALID, "Vault " + vault.id() + " is " + vault.status() + ".");
    }
    return VaultThaw.isDue(vault, FreezeScene.ARREAR)
        ? VaultThaw.decide(vault, FreezeScene.ARREAR, envelope)
        : Decision.nothing();
  }
}
