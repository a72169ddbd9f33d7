package io.coffer.vault.vault;

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
import java.util.Map;

/** Associates resources with a vault. */
@ApplicationScoped
public class AddResourcesHandler implements Handler<VaultCommand.AddResources> {

  private final VaultStore vaults;
  private final ResourceStore resources;

  AddResourcesHandler(VaultStore vaults, ResourceStore resources) {
    this.vaults = vaults;
    this.resources = resources;
  }

  @Override
  public Uni<Decision> decide(VaultCommand.AddResources command, Envelope envelope) {
    return vaults
        .of(envelope.project(), command.vaultId())
        .chain(
            row ->
                row == null
                    ? Uni.createFrom().item(VaultNotFound.refusal(command.vaultId()))
                    : decide(row.state(), command, envelope));
  }

  @Override
  public Uni<Answer> answer(VaultCommand.AddResources command, Envelope envelope) {
    return Uni.createFrom().item(Answer.ok(Map.of("add_resource_ids", ids(command))));
  }

  private Uni<Decision> decide(
      VaultState vault, VaultCommand.AddResources command, Envelope envelope) {
    return resources
        .bound(envelope.project(), ids(command))
        .chain(
            bound ->
                resources
                    .count("vaultId", vault.id())
                    .map(present -> AddResources.decide(vault, bound, present, command, envelope)));
  }

  private static List<String> ids(VaultCommand.AddResources command) {
    return command.resources().stream().map(ResourceFacts::id).toList();
  }
}
