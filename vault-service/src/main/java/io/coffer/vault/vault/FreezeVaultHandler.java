package io.coffer.vault.vault;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.VaultCommand.FreezeVault;
import io.coffer.contracts.vault.VaultEvent.VaultFrozen;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Freezes a vault for one reason more. What goes on in it ends as it would have; nothing new
 * begins.
 */
@ApplicationScoped
class FreezeVaultHandler implements Handler<FreezeVault, VaultState> {

  private final VaultStore vaults;

  FreezeVaultHandler(VaultStore vaults) {
    this.vaults = vaults;
  }

  @Override
  public Uni<VaultState> load(FreezeVault command, Envelope envelope) {
    return vaults.state(envelope.project(), command.vaultId());
  }

  @Override
  public Decision decide(VaultState vault, FreezeVault command, Envelope envelope) {
    if (command.scene() == null || command.scene().isBlank()) {
      return Decision.refuse(CbrError.INVALID_PARAMETER, "scene must say why the vault is frozen.");
    }
    if (!vault.isOpen() && vault.status() != VaultStatus.frozen) {
      return Decision.refuse(
          CbrError.VAULT_STATUS_INVALID, "Vault " + vault.id() + " is " + vault.status() + ".");
    }
    FrozenScene wanted = new FrozenScene(command.scene(), command.releasable(), envelope.time());
    return vault.scenes().stream().anyMatch(wanted::saysSameAs)
        ? Decision.nothing()
        : Decision.accept(
            new VaultFrozen(vault.id(), command.scene(), command.releasable(), envelope.time()));
  }

  @Override
  public Decision absent(FreezeVault command) {
    return VaultNotFound.refusal(command.vaultId());
  }
}
