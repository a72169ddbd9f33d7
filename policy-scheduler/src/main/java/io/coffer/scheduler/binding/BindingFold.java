package io.coffer.scheduler.binding;

import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.coffer.scheduler.backup.BackupFold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The bindings as a fold of the owner's events; whatever else happens to vaults changes nothing
 * here.
 */
@ApplicationScoped
class BindingFold implements NounFold {

  private final BindingStore bindings;
  private final DeletedVaultStore gone;
  private final BackupFold backups;

  BindingFold(BindingStore bindings, DeletedVaultStore gone, BackupFold backups) {
    this.bindings = bindings;
    this.gone = gone;
    this.backups = backups;
  }

  @Override
  public void enter(EventTable table) {
    table.on(ResourcesAdded.class, this::added);
    table.on(
        ResourcesRemoved.class,
        (removed, envelope) ->
            Sequence.each(removed.resourceIds(), id -> bindings.release(removed.vaultId(), id)));
    table.on(ResourceMigrated.class, this::migrated);
    table.on(
        VaultDeleted.class,
        (deleted, envelope) ->
            bindings
                .releaseAll(deleted.vaultId())
                .chain(() -> backups.vaultDeleted(envelope.project(), deleted.vaultId()))
                .chain(() -> gone.deleted(envelope.project(), deleted.vaultId())));
  }

  /** Policies of the vault that it is in now apply to it, and to its backups. */
  private Uni<Void> migrated(ResourceMigrated moved, Envelope envelope) {
    ResourceFacts facts =
        new ResourceFacts(
            moved.resourceId(), moved.resourceType(), moved.resourceName(), 0, List.of());
    return bindings
        .release(moved.vaultId(), moved.resourceId())
        .chain(() -> bindings.bind(envelope.project(), moved.destinationVaultId(), facts))
        .chain(() -> backups.migrated(moved, envelope.project()));
  }

  private Uni<Void> added(ResourcesAdded added, Envelope envelope) {
    return Sequence.each(
        added.resources(),
        resource -> bindings.bind(envelope.project(), added.vaultId(), resource.facts()));
  }
}
