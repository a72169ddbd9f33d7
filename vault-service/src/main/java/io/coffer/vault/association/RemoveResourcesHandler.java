package io.coffer.vault.association;

import io.coffer.contracts.vault.VaultCommand;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.backup.BackupStore;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.resource.ResourceRow;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultNotFound;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Dissociates resources from a vault. */
@ApplicationScoped
public class RemoveResourcesHandler implements Handler<VaultCommand.RemoveResources> {

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
  public Uni<Decision> decide(VaultCommand.RemoveResources command, Envelope envelope) {
    return vaults
        .of(envelope.project(), command.vaultId())
        .chain(
            vault ->
                vault == null
                    ? Uni.createFrom().item(VaultNotFound.refusal(command.vaultId()))
                    : resources
                        .bound(envelope.project(), command.resourceIds())
                        .chain(rows -> decide(vault.state(), rows, command, envelope)));
  }

  @Override
  public Uni<Answer> answer(VaultCommand.RemoveResources command, Envelope envelope) {
    return Uni.createFrom().item(Answer.ok(Map.of("remove_resource_ids", command.resourceIds())));
  }

  private Uni<Decision> decide(
      VaultState vault,
      List<ResourceRow> rows,
      VaultCommand.RemoveResources command,
      Envelope envelope) {
    return backups
        .ofResources(vault.id(), command.resourceIds())
        .chain(
            found ->
                logs.runningOn(envelope.project(), command.resourceIds())
                    .map(
                        running ->
                            RemoveResources.decide(
                                new RemoveResources.State(vault, rows, found, running),
                                command,
                                envelope)));
  }
}
