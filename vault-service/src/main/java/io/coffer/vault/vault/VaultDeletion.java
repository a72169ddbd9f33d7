package io.coffer.vault.vault;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionStarted;
import io.coffer.contracts.work.WorkCommand.StartVaultDelete;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.operationlog.OperationState;
import java.util.List;

/** Whether a vault may go, whoever says so. */
public final class VaultDeletion {

  private VaultDeletion() {}

  /** Decides on tasks under way in the vault. One that is going already goes on. */
  public static Decision decide(VaultState vault, List<OperationState> running, Envelope envelope) {
    return vault.status() == VaultStatus.deleting
        ? Decision.nothing()
        : VaultVerb.DELETE.refusal(vault).orElseGet(() -> delete(vault, running, envelope));
  }

  /**
   * Decides for who sold the vault: it may go while it is frozen too, unless a reason for that
   * forbids it.
   */
  public static Decision withdraw(
      VaultState vault, List<OperationState> running, Envelope envelope) {
    if (vault.isReleasable() && !vault.isLocked()) {
      return delete(vault, running, envelope);
    }
    return decide(vault, running, envelope);
  }

  private static Decision delete(
      VaultState vault, List<OperationState> running, Envelope envelope) {
    for (OperationState task : running) {
      return Decision.refuse(
          CbrError.VAULT_CANNOT_BE_DELETED,
          "Task " + task.id() + " (" + task.type() + ") of the vault is under way.");
    }
    return Decision.accept(
            new VaultDeletionStarted(
                vault.id(), envelope.id(), vault.backups(), envelope.requestId(), envelope.time()))
        .and(new StartVaultDelete(envelope.id(), vault.id()));
  }
}
