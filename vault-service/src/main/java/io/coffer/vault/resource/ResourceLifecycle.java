package io.coffer.vault.resource;

import io.coffer.contracts.Event;
import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.BackupEvent.RestoreCompleted;
import io.coffer.contracts.vault.BackupEvent.RestoreFailed;
import io.coffer.contracts.vault.BackupEvent.RestoreStarted;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrationFailed;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrationStarted;
import io.coffer.contracts.vault.VaultEvent.ResourceRemovalFailed;
import io.coffer.contracts.vault.VaultEvent.ResourceRemovalStarted;
import io.coffer.contracts.vault.VaultEvent.ResourcesAdded;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.owner.lifecycle.Lifecycle;
import io.coffer.owner.lifecycle.Lifecycle.Transition;
import java.util.List;

/** The states of a resource in a vault. A failed backup leaves it free. */
final class ResourceLifecycle {

  static final Lifecycle<ResourceStatus, Class<? extends Event>> TABLE =
      new Lifecycle<>(
          "A resource",
          List.of(
              row(null, ResourcesAdded.class, ResourceStatus.available),
              row(ResourceStatus.available, CheckpointCreated.class, ResourceStatus.protecting),
              row(ResourceStatus.protecting, BackupCompleted.class, ResourceStatus.available),
              row(ResourceStatus.protecting, BackupFailed.class, ResourceStatus.available),
              row(ResourceStatus.available, RestoreStarted.class, ResourceStatus.restoring),
              row(ResourceStatus.restoring, RestoreCompleted.class, ResourceStatus.available),
              row(ResourceStatus.restoring, RestoreFailed.class, ResourceStatus.available),
              row(ResourceStatus.available, ResourceRemovalStarted.class, ResourceStatus.removing),
              row(ResourceStatus.removing, ResourceRemovalFailed.class, ResourceStatus.available),
              row(ResourceStatus.removing, ResourcesRemoved.class, null),
              row(
                  ResourceStatus.available,
                  ResourceMigrationStarted.class,
                  ResourceStatus.removing),
              row(ResourceStatus.removing, ResourceMigrated.class, ResourceStatus.available),
              row(
                  ResourceStatus.removing,
                  ResourceMigrationFailed.class,
                  ResourceStatus.available)));

  private ResourceLifecycle() {}

  private static Transition<ResourceStatus, Class<? extends Event>> row(
      ResourceStatus from, Class<? extends Event> on, ResourceStatus to) {
    return new Transition<>(from, on, to);
  }
}
