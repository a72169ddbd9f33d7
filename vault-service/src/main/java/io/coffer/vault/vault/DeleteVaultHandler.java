package io.coffer.vault.vault;

import io.coffer.contracts.vault.VaultCommand;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.operationlog.OperationLogStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes a vault. */
@ApplicationScoped
public class DeleteVaultHandler implements Handler<VaultCommand.DeleteVault> {

  private final VaultStore vaults;
  private final OperationLogStore logs;

  DeleteVaultHandler(VaultStore vaults, OperationLogStore logs) {
    this.vaults = vaults;
    this.logs = logs;
  }

  @Override
  public Uni<Decision> decide(VaultCommand.DeleteVault command, Envelope envelope) {
    return vaults
        .of(envelope.project(), command.vaultId())
        .chain(
            row ->
                logs.runningIn(envelope.project(), command.vaultId())
                    .map(
                        running ->
                            DeleteVault.decide(
                                row == null ? null : row.state(), running, command, envelope)));
  }
}
