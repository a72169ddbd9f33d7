package io.coffer.vault.vault;

import io.coffer.contracts.notice.NoticeEvent.NoticeGiven;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionFailed;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionStarted;
import io.coffer.contracts.vault.VaultEvent.VaultFrozen;
import io.coffer.contracts.vault.VaultEvent.VaultThawed;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.coffer.vault.operationlog.OperationLogStore;
import io.coffer.vault.operationlog.VaultDeleteOperation;
import io.coffer.vault.resource.ResourceStore;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What becomes of vaults. */
@ApplicationScoped
class VaultFold implements NounFold {

  private final VaultStore vaults;
  private final ResourceStore resources;
  private final OperationLogStore logs;
  private final List<VaultContents> contents;

  VaultFold(
      VaultStore vaults,
      ResourceStore resources,
      OperationLogStore logs,
      @All List<VaultContents> contents) {
    this.vaults = vaults;
    this.resources = resources;
    this.logs = logs;
    this.contents = contents;
  }

  @Override
  public void enter(EventTable table) {
    table.on(VaultCreated.class, this::created);
    table.inProject(VaultUpdated.class, vaults::updated);
    table.on(
        NoticeGiven.class, (event, envelope) -> vaults.told(event.notice(), envelope.project()));
    table.inProject(VaultFrozen.class, vaults::frozen);
    table.inProject(VaultThawed.class, vaults::thawed);
    table.on(VaultDeletionStarted.class, this::deletionStarted);
    table.on(VaultDeleted.class, this::deleted);
    table.on(VaultDeletionFailed.class, this::deletionFailed);
  }

  private Uni<Void> created(VaultCreated event, Envelope envelope) {
    return vaults
        .created(event, envelope.project())
        .chain(() -> Sequence.each(contents, table -> table.created(event, envelope.project())));
  }

  private Uni<Void> deletionStarted(VaultDeletionStarted event, Envelope envelope) {
    return vaults
        .happened(envelope.project(), event.vaultId(), event, event.startedAt())
        .chain(
            vault ->
                logs.open(
                    vault.operation(new VaultDeleteOperation(event.backups())),
                    event.operationId(),
                    event.requestId(),
                    event.startedAt()));
  }

  private Uni<Void> deleted(VaultDeleted event, Envelope envelope) {
    return Sequence.each(contents, table -> table.removeOf(event.vaultId()))
        .chain(() -> resources.removeOf(envelope.project(), event.vaultId()))
        .chain(() -> vaults.deleted(event, envelope.project()))
        .chain(() -> logs.succeeded(envelope.project(), event.operationId(), event.deletedAt()))
        .replaceWithVoid();
  }

  private Uni<Void> deletionFailed(VaultDeletionFailed event, Envelope envelope) {
    return vaults
        .happened(envelope.project(), event.vaultId(), event, event.failedAt())
        .chain(
            () ->
                logs.failed(
                    envelope.project(),
                    event.operationId(),
                    event.timedOut(),
                    event.code(),
                    event.message(),
                    event.failedAt()));
  }
}
