package io.coffer.vault.vault;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.VaultCommand.ThawVault;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends one reason for which a vault is frozen: only the very same, and the others stay. */
@ApplicationScoped
class ThawVaultHandler implements Handler<ThawVault, VaultState> {

  private final VaultStore vaults;

  ThawVaultHandler(VaultStore vaults) {
    this.vaults = vaults;
  }

  @Override
  public Uni<VaultState> load(ThawVault command, Envelope envelope) {
    return vaults.state(envelope.project(), command.vaultId());
  }

  @Override
  public Decision decide(VaultState vault, ThawVault command, Envelope envelope) {
    return VaultThaw.isDue(vault, command.scene())
        ? VaultThaw.decide(vault, command.scene(), envelope)
        : Decision.refuse(
            CbrError.VAULT_STATUS_INVALID,
            "Vault " + vault.id() + " is not frozen for " + command.scene() + ".");
  }

  @Override
  public Decision absent(ThawVault command) {
    return VaultNotFound.refusal(command.vaultId());
  }
}
