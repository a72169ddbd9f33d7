package io.coffer.vault.order;

import io.coffer.contracts.vault.VaultOrderCommand.WithdrawVault;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderFulfilled;
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

/** Takes away a vault that is no longer paid for. What is gone already needs nothing more. */
@ApplicationScoped
class WithdrawVaultHandler implements Handler<WithdrawVault, WithdrawVaultHandler.State> {

  private final VaultStore vaults;
  private final OperationLogStore logs;

  WithdrawVaultHandler(VaultStore vaults, OperationLogStore logs) {
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
  public Uni<State> load(WithdrawVault command, Envelope envelope) {
    return Loading.of(vaults.state(envelope.project(), command.vaultId()))
        .then(vault -> logs.runningIn(envelope.project(), vault.id()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, WithdrawVault command, Envelope envelope) {
    return VaultOrders.ended(
        VaultDeletion.withdraw(state.vault(), state.running(), envelope),
        new VaultOrderFulfilled(command.vaultId(), command.order()));
  }

  @Override
  public Decision absent(WithdrawVault command) {
    return Decision.accept(new VaultOrderFulfilled(command.vaultId(), command.order()));
  }

  @Override
  public Decision abandon(WithdrawVault command, Envelope envelope) {
    return VaultOrders.givenUp(command.vaultId(), command.order());
  }
}
