package io.coffer.vault.vault;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.VaultCommand.UpdateVault;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
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
    return isSold(vault, command)
        ? Decision.refuse(
            CbrError.VAULT_CANNOT_BE_UPDATED,
            "Vault "
                + vault.id()
                + " is paid in advance: billing.size is ordered, and auto_expand cannot be true.")
        : VaultChange.decide(vault, command, envelope);
  }

  @Override
  public Decision absent(UpdateVault command) {
    return VaultNotFound.refusal(command.vaultId());
  }

  @Override
  public Uni<Answer> answer(UpdateVault command, Envelope envelope) {
    return answers.of(envelope.project(), command.vaultId());
  }

  /** Whether the change is one of what was bought. */
  private static boolean isSold(VaultState vault, UpdateVault command) {
    boolean resized = command.sizeGb() != null && command.sizeGb() != vault.settings().sizeGb();
    return vault.isBought()
        && vault.isOpen()
        && (resized || Boolean.TRUE.equals(command.autoExpand()));
  }
}
