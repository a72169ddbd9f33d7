package io.coffer.vault.order;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.VaultCommand.ReleaseVault;
import io.coffer.contracts.vault.VaultEvent.VaultMissed;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.vault.VaultDeletion;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Deletes a vault that nobody paid for while it was kept. One that was thawed meanwhile stays, also
 * where it was frozen anew: what comes late is about a time that is over.
 */
@ApplicationScoped
class ReleaseVaultHandler implements Handler<ReleaseVault, ReleaseVaultHandler.State> {

  private final VaultStore vaults;
  private final OperationLogStore logs;

  ReleaseVaultHandler(VaultStore vaults, OperationLogStore logs) {
    this.vaults = vaults;
    this.logs = logs;
  }

  /**
   * What is known.
   *
   * @param running tasks under way in the vault
   */
  record State(VaultState vault, List<OperationState> running) {}

  @Override
  public Uni<State> load(ReleaseVault command, Envelope envelope) {
    return Loading.of(vaults.state(envelope.project(), command.vaultId()))
        .then(vault -> logs.runningIn(envelope.project(), vault.id()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, ReleaseVault command, Envelope envelope) {
    boolean meant =
        state
            .vault()
            .scene(command.scene())
            .filter(scene -> scene.since() != null)
            .filter(scene -> !scene.since().isAfter(command.frozenAt()))
            .isPresent();
    return meant
        ? VaultDeletion.withdraw(state.vault(), state.running(), envelope)
        : Decision.refuse(
            CbrError.VAULT_CANNOT_BE_DELETED,
            "Vault "
                + command.vaultId()
                + " is not frozen for "
                + command.scene()
                + " since "
                + command.frozenAt()
                + ".");
  }

  /** Whoever sold it may not have heard that it is gone. */
  @Override
  public Decision absent(ReleaseVault command) {
    return Decision.accept(new VaultMissed(command.vaultId()));
  }
}
