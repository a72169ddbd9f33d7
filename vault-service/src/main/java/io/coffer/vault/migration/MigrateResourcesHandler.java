package io.coffer.vault.migration;

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

/** Moves resources with their backups to another vault. */
@ApplicationScoped
class MigrateResourcesHandler
    implements Handler<VaultCommand.MigrateResources, MigrateResources.State> {

  private final VaultStore vaults;
  private final ResourceStore resources;
  private final BackupStore backups;
  private final OperationLogStore logs;

  MigrateResourcesHandler(
      VaultStore vaults, ResourceStore resources, BackupStore backups, OperationLogStore logs) {
    this.vaults = vaults;
    this.resources = resources;
    this.backups = backups;
    this.logs = logs;
  }

  @Override
  public Uni<MigrateResources.State> load(
      VaultCommand.MigrateResources command, Envelope envelope) {
    String project = envelope.project();
    return Loading.of(vaults.state(project, command.vaultId()))
        .then(vault -> destination(project, command))
        .then((vault, destination) -> resources.states(project, command.resourceIds()))
        .then(
            (vault, destination, bound) ->
                backups.ofResources(vault.id(), command.resourceIds(), Members.MOST_BACKUPS + 1))
        .then((vault, destination, bound, found) -> logs.runningOn(project, command.resourceIds()))
        .as(MigrateResources.State::new);
  }

  private Uni<Destination> destination(String project, VaultCommand.MigrateResources command) {
    return Loading.of(vaults.state(project, command.destinationVaultId()))
        .then(vault -> resources.countIn(project, vault.id()))
        .then((vault, present) -> resources.storedBytes(project, command.resourceIds()))
        .as(Destination::new);
  }

  @Override
  public Decision decide(
      MigrateResources.State state, VaultCommand.MigrateResources command, Envelope envelope) {
    return MigrateResources.decide(state, command, envelope);
  }

  @Override
  public Decision absent(VaultCommand.MigrateResources command) {
    return VaultNotFound.refusal(command.vaultId());
  }

  @Override
  public Uni<Answer> answer(VaultCommand.MigrateResources command, Envelope envelope) {
    return Uni.createFrom().item(Answer.ok(Map.of("migrated_resources", command.resourceIds())));
  }
}
