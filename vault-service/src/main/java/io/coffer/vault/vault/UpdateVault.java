package io.coffer.vault.vault;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;

/** Whether settings of a vault may change. */
final class UpdateVault {

  private UpdateVault() {}

  static Decision decide(VaultState vault, VaultCommand.UpdateVault command, Envelope envelope) {
    if (vault == null) {
      return VaultNotFound.refusal(command.vaultId());
    }
    return VaultVerb.UPDATE.refusal(vault).orElseGet(() -> change(vault, command, envelope));
  }

  private static Decision change(
      VaultState vault, VaultCommand.UpdateVault command, Envelope envelope) {
    VaultSettings settings = Changed.by(vault.settings(), command);
    if (settings.equals(vault.settings())) {
      return Decision.nothing();
    }
    if (command.sizeGb() != null && Capacity.isBelow(command.sizeGb(), vault.usedBytes())) {
      return Decision.refuse(
          CbrError.VAULT_SIZE_INVALID,
          "billing.size is "
              + command.sizeGb()
              + " GB, but the vault stores "
              + Capacity.megabytes(vault.usedBytes())
              + " MB.");
    }
    return Decision.accept(new VaultUpdated(vault.id(), settings, envelope.time()));
  }
}
