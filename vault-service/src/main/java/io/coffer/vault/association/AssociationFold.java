package io.coffer.vault.association;

import io.coffer.contracts.vault.VaultEvent.ResourceRemovalFailed;
import io.coffer.contracts.vault.VaultEvent.ResourceRemovalStarted;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.coffer.vault.binding.KnownResourceStore;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.operationlog.RemoveResourcesOperation;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How resources come into vaults and leave them. */
@ApplicationScoped
class AssociationFold implements NounFold {

  private final VaultStore vaults;
  private final ResourceStore resources;
  private final OperationLogStore logs;
  private final KnownResourceStore known;

  AssociationFold(
      VaultStore vaults,
      ResourceStore resources,
      OperationLogStore logs,
      KnownResourceStore known) {
    this.vaults = vaults;
    this.resources = resources;
    this.known = known;
    this.logs = logs;
  }

  @Override
  public void enter(EventTable table) {
    table.on(ResourcesAdded.class, this::added);
    table.on(ResourceRemovalStarted.class, this::removalStarted);
    table.on(ResourcesRemoved.class, this::removed);
    table.on(ResourceRemovalFailed.class, this::removalFailed);
  }

  private Uni<Void> added(ResourcesAdded event, Envelope envelope) {
    List<String> ids = event.resources().stream().map(named -> named.facts().id()).toList();
    return resources
        .added(event, envelope.project())
        .chain(() -> known.release(envelope.project(), ids, false));
  }

  private Uni<Void> removalStarted(ResourceRemovalStarted event, Envelope envelope) {
    String project = envelope.project();
    return resources
        .removalStarted(event, project)
        .chain(() -> vaults.one(project, event.vaultId()))
        .chain(
            vault ->
                logs.open(
                    vault.operation(
                        new RemoveResourcesOperation(event.resourceIds(), event.backups())),
                    event.operationId(),
                    event.requestId(),
                    event.startedAt()))
        .chain(() -> logs.started(project, event.operationId(), event.startedAt()));
  }

  private Uni<Void> removed(ResourcesRemoved event, Envelope envelope) {
    return resources
        .removed(event, envelope.project())
        .chain(() -> known.release(envelope.project(), event.resourceIds(), true))
        .chain(() -> logs.succeeded(envelope.project(), event.operationId(), event.removedAt()))
        .replaceWithVoid();
  }

  private Uni<Void> removalFailed(ResourceRemovalFailed event, Envelope envelope) {
    return resources
        .removalFailed(event, envelope.project())
        .chain(
            () ->
                logs.failed(
                    envelope.project(),
                    event.operationId(),
                    false,
                    event.code(),
                    event.message(),
                    event.failedAt()));
  }
}
