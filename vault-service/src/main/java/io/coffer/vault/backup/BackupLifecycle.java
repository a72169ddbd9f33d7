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
import io.coffer.owner.lifecycle.Lifecycle;
import io.coffer.owner.lifecycle.Lifecycle.Transition;
import java.util.List;

/** The states of a backup. What could not be deleted may be half gone: it is no more restored. */
final class BackupLifecycle {

  static final Lifecycle<BackupStatus, Class<? extends BackupEvent>> TABLE =
      new Lifecycle<>(
          "A backup",
          List.of(
              row(null, CheckpointCreated.class, BackupStatus.protecting),
              row(BackupStatus.protecting, BackupCompleted.class, BackupStatus.available),
              row(BackupStatus.protecting, BackupFailed.class, BackupStatus.error),
              row(BackupStatus.available, RestoreStarted.class, BackupStatus.restoring),
              row(BackupStatus.restoring, RestoreCompleted.class, BackupStatus.available),
              row(BackupStatus.restoring, RestoreFailed.class, BackupStatus.available),
              row(BackupStatus.available, BackupDeletionStarted.class, BackupStatus.deleting),
              row(BackupStatus.error, BackupDeletionStarted.class, BackupStatus.deleting),
              row(BackupStatus.deleting, BackupDeletionFailed.class, BackupStatus.error),
              row(BackupStatus.deleting, BackupDeleted.class, null)));

  private BackupLifecycle() {}

  private static Transition<BackupStatus, Class<? extends BackupEvent>> row(
      BackupStatus from, Class<? extends BackupEvent> on, BackupStatus to) {
    return new Transition<>(from, on, to);
  }
}
