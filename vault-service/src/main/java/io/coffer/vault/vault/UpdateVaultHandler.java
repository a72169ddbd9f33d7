package io.coffer.vault.vault;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.VaultCommand.UpdateVault;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.capacity.Capacity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether settings of a vault may change. */
@ApplicationScoped
class UpdateVaultHandler implements Handler<UpdateVault, VaultState> {

  private final VaultStore vaults;
  private final VaultAnswers answers;

  UpdateVaultHandler(VaultStore vaults, VaultAnswers answers) {
    this.vaults = vaults;
    this.answers = answers;
  }

  @Override
  public Uni<VaultState> load(UpdateVault command, Envelope envelope) {
    return vaults.state(envelope.project(), command.vaultId());
  }

  @Override
  public Decision decide(VaultState vault, UpdateVault command, Envelope envelope) {
    return VaultVerb.UPDATE.refusal(vault).orElseGet(() -> change(vault, command, envelope));
  }

  @Override
  public Decision absent(UpdateVault command) {
    return VaultNotFound.refusal(command.vaultId());
  }

  @Override
  public Uni<Answer> answer(UpdateVault command, Envelope envelope) {
    return answers.of(envelope.project(), command.vaultId());
  }

  private static Decision change(VaultState vault, UpdateVault command, Envelope envelope) {
    VaultSettings settings = Json.changed(vault.settings(), command);
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
