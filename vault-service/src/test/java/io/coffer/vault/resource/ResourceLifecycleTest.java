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
import io.coffer.owner.testing.TransitionCoverage;
import org.junit.jupiter.api.Test;

class ResourceLifecycleTest {

  private final TransitionCoverage<ResourceStatus, Class<? extends Event>> lifecycle =
      new TransitionCoverage<>(ResourceLifecycle.TABLE);

  @Test
  void visitsEveryTransition() {
    lifecycle.goes(null, ResourcesAdded.class, ResourceStatus.available);
    lifecycle.goes(ResourceStatus.available, CheckpointCreated.class, ResourceStatus.protecting);
    lifecycle.goes(ResourceStatus.protecting, BackupFailed.class, ResourceStatus.available);
    lifecycle.goes(ResourceStatus.protecting, BackupCompleted.class, ResourceStatus.available);
    lifecycle.goes(ResourceStatus.available, RestoreStarted.class, ResourceStatus.restoring);
    lifecycle.goes(ResourceStatus.restoring, RestoreFailed.class, ResourceStatus.available);
    lifecycle.goes(ResourceStatus.restoring, RestoreCompleted.class, ResourceStatus.available);
    lifecycle.goes(ResourceStatus.available, ResourceRemovalStarted.class, ResourceStatus.removing);
    lifecycle.goes(ResourceStatus.removing, ResourceRemovalFailed.class, ResourceStatus.available);
    lifecycle.goes(ResourceStatus.removing, ResourcesRemoved.class, null);
    lifecycle.goes(
        ResourceStatus.available, ResourceMigrationStarted.class, ResourceStatus.removing);
    lifecycle.goes(
        ResourceStatus.removing, ResourceMigrationFailed.class, ResourceStatus.available);
    lifecycle.goes(ResourceStatus.removing, ResourceMigrated.class, ResourceStatus.available);
    lifecycle.assertAllVisited();
  }
}
