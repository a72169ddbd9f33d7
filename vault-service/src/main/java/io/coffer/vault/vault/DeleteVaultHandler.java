package io.coffer.vault.vault;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.VaultCommand.DeleteVault;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.operationlog.OperationState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Whether a vault may go, with all that is in it. */
@ApplicationScoped
class DeleteVaultHandler implements Handler<DeleteVault, DeleteVaultHandler.State> {

  private final VaultStore vaults;
  private final OperationLogStore logs;

  DeleteVaultHandler(VaultStore vaults, OperationLogStore logs) {
    this.vaults = vaults;
    this.logs = logs;
  }

  /**
   * What is known.
   *
   * @param running tasks under way in the vault or onto a resource in it, one of them at least if
   *     there are any
   */
  record State(VaultState vault, List<OperationState> running) {}

  @Override
  public Uni<State> load(DeleteVault command, Envelope envelope) {
    return Loading.of(vaults.state(envelope.project(), command.vaultId()))
        .then(vault -> logs.runningIn(envelope.project(), vault.id()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, DeleteVault command, Envelope envelope) {
    VaultState vault = state.vault();
    return vault.isBought() && vault.isOpen()
        ? Decision.refuse(
            CbrError.VAULT_CANNOT_BE_DELETED,
            "Vault " + vault.id() + " is paid in advance: unsubscribe from it.")
        : VaultDeletion.decide(vault, state.running(), envelope);
  }

  @Override
  public Decision absent(DeleteVault command) {
    return VaultNotFound.refusal(command.vaultId());
  }
}
