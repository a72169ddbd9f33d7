package io.coffer.vault.vault;

import io.coffer.contracts.vault.VaultCommand;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.resource.ResourceStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Changes settings of a vault. */
@ApplicationScoped
public class UpdateVaultHandler implements Handler<VaultCommand.UpdateVault> {

  private final VaultStore vaults;
  private final ResourceStore resources;

  UpdateVaultHandler(VaultStore vaults, ResourceStore resources) {
    this.vaults = vaults;
    this.resources = resources;
  }

  @Override
  public Uni<Decision> decide(VaultCommand.UpdateVault command, Envelope envelope) {
    return vaults
        .of(envelope.project(), command.vaultId())
        .map(row -> UpdateVault.decide(row == null ? null : row.state(), command, envelope));
  }

  @Override
  public Uni<Answer> answer(VaultCommand.UpdateVault command, Envelope envelope) {
    return vaults
        .one(command.vaultId())
        .chain(row -> resources.inVault(row.id).map(rows -> VaultView.of(row, rows)))
        .map(view -> Answer.ok(new VaultView.One(view)));
  }
}
