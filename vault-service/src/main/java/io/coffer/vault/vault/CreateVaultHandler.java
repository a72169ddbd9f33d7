package io.coffer.vault.vault;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.resource.ResourceStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes a vault: without resources nothing is read, and the answer reads nothing either. */
@ApplicationScoped
public class CreateVaultHandler implements Handler<VaultCommand.CreateVault> {

  private final VaultStore vaults;
  private final ResourceStore resources;

  CreateVaultHandler(VaultStore vaults, ResourceStore resources) {
    this.vaults = vaults;
    this.resources = resources;
  }

  @Override
  public Uni<Decision> decide(VaultCommand.CreateVault command, Envelope envelope) {
    List<String> ids = command.resources().stream().map(ResourceFacts::id).toList();
    return resources
        .bound(envelope.project(), ids)
        .map(bound -> CreateVault.decide(bound, command, envelope));
  }

  @Override
  public Uni<Answer> answer(VaultCommand.CreateVault command, Envelope envelope) {
    return vaults
        .one(DerivedId.vault(envelope.id()))
        .chain(
            row ->
                command.resources().isEmpty()
                    ? Uni.createFrom().item(VaultView.of(row, List.of()))
                    : resources.inVault(row.id).map(rows -> VaultView.of(row, rows)))
        .map(view -> Answer.ok(new VaultView.One(view)));
  }
}
