package io.coffer.vault.association;

import io.coffer.contracts.vault.VaultCommand;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.backup.BackupStore;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.resource.Members;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultNotFound;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Dissociates resources from a vault. */
@ApplicationScoped
class RemoveResourcesHandler
    implements Handler<VaultCommand.RemoveResources, RemoveResources.State> {

  private final VaultStore vaults;
  private final ResourceStore resources;
  private final BackupStore backups;
  private final OperationLogStore logs;

  RemoveResourcesHandler(
      VaultStore vaults, ResourceStore resources, BackupStore backups, OperationLogStore logs) {
    this.vaults = vaults;
    this.resources = resources;
    this.backups = backups;
    this.logs = logs;
  }

  @Override
  public Uni<RemoveResources.State> load(VaultCommand.RemoveResources command, Envelope envelope) {
    String project = envelope.project();
    return Loading.of(vaults.state(project, command.vaultId()))
        .then(vault -> resources.states(project, command.resourceIds()))
        .then(
            (vault, rows) ->
                backups.ofResources(vault.id(), command.resourceIds(), Members.MOST_BACKUPS + 1))
        .then((vault, rows, found) -> logs.runningOn(project, command.resourceIds()))
        .as(RemoveResources.State::new);
  }

  @Override
  public Decision decide(
      RemoveResources.State state, VaultCommand.RemoveResources command, Envelope envelope) {
    return RemoveResources.decide(state, command, envelope);
  }

  @Override
  public Decision absent(VaultCommand.RemoveResources command) {
    return VaultNotFound.refusal(command.vaultId());
  }

  @Override
  public Uni<Answer> answer(VaultCommand.RemoveResources command, Envelope envelope) {
    return Uni.createFrom().item(Answer.ok(Map.of("remove_resource_ids", command.resourceIds())));
  }
}
