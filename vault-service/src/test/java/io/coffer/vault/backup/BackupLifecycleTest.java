package io.coffer.vault.backup;

import io.coffer.contracts.vault.BackupEvent;
import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionFailed;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionStarted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.BackupEvent.RestoreCompleted;
import io.coffer.contracts.vault.BackupEvent.RestoreFailed;
import io.coffer.contracts.vault.BackupEvent.RestoreStarted;
import io.coffer.owner.testing.TransitionCoverage;
import org.junit.jupiter.api.Test;

class BackupLifecycleTest {

  private final TransitionCoverage<BackupStatus, Class<? extends BackupEvent>> lifecycle =
      new TransitionCoverage<>(BackupLifecycle.TABLE);

  @Test
  void visitsEveryTransition() {
    lifecycle.goes(null, CheckpointCreated.class, BackupStatus.protecting);
    lifecycle.goes(BackupStatus.protecting, BackupFailed.class, BackupStatus.error);
    lifecycle.goes(BackupStatus.protecting, BackupCompleted.class, BackupStatus.available);
    lifecycle.goes(BackupStatus.available, RestoreStarted.class, BackupStatus.restoring);
    lifecycle.goes(BackupStatus.restoring, RestoreFailed.class, BackupStatus.available);
    lifecycle.goes(BackupStatus.restoring, RestoreCompleted.class, BackupStatus.available);
    lifecycle.goes(BackupStatus.available, BackupDeletionStarted.class, BackupStatus.deleting);
    lifecycle.goes(BackupStatus.deleting, BackupDeletionFailed.class, BackupStatus.error);
    lifecycle.goes(BackupStatus.error, BackupDeletionStarted.class, BackupStatus.deleting);
    lifecycle.goes(BackupStatus.deleting, BackupDeleted.class, null);
    lifecycle.assertAllVisited();
  }
}
