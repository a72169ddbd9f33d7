package io.coffer.vault.vault;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionStarted;
import io.coffer.contracts.work.WorkCommand.StartVaultDelete;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.operationlog.OperationLogRow;

/** Whether a vault may go, with all that is in it. */
final class DeleteVault {

  private DeleteVault() {}

  /**
   * Decides.
   *
   * @param running a task under way in the vault or onto a resource in it; null when there is none
   */
  static Decision decide(
      VaultState vault,
      OperationLogRow running,
      VaultCommand.DeleteVault command,
      Envelope envelope) {
    if (vault == null) {
      return VaultNotFound.refusal(command.vaultId());
    }
    if (vault.status() == VaultStatus.deleting) {
      return Decision.nothing();
    }
    return VaultVerb.DELETE.refusal(vault).orElseGet(() -> delete(vault, running, envelope));
  }

  private static Decision delete(VaultState vault, OperationLogRow running, Envelope envelope) {
    if (running != null) {
      return Decision.refuse(
          CbrError.VAULT_CANNOT_BE_DELETED,
          "Task " + running.id + " (" + running.operationType + ") of the vault is under way.");
    }
    return Decision.accept(
            new VaultDeletionStarted(
                vault.id(), envelope.id(), vault.backups(), envelope.requestId(), envelope.time()))
        .and(new StartVaultDelete(envelope.id(), vault.id()));
  }
}
