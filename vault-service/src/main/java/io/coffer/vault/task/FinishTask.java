package io.coffer.vault.task;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.Event;
import io.coffer.contracts.task.TaskEvent;
import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskStarted;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionFailed;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.OperationStarted;
import io.coffer.contracts.vault.BackupEvent.RestoreCompleted;
import io.coffer.contracts.vault.BackupEvent.RestoreFailed;
import io.coffer.contracts.vault.VaultEvent.ResourceRemovalFailed;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionFailed;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.operationlog.OperationStatus;
import io.coffer.vault.vault.Capacity;
import io.coffer.vault.vault.VaultState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a worker's word on a task means to backups and vaults. */
final class FinishTask {

  private FinishTask() {}

  /**
   * What is known.
   *
   * @param vault where it works
   * @param removal the removal of resources that waits for this deletion; null for none
   */
  record State(OperationState task, VaultState vault, OperationState removal) {}

  /** A word on a task that is over changes nothing. */
  static Decision decide(State state, TaskEvent event) {
    OperationState task = state.task();
    if (task.status().isOver()) {
      return Decision.nothing();
    }
    if (event instanceof TaskStarted started) {
      return task.status() == OperationStatus.waiting
          ? Decision.accept(new OperationStarted(task.vaultId(), task.id(), started.startedAt()))
          : Decision.nothing();
    }
    return Decision.accept(
        event instanceof TaskSucceeded succeeded
            ? succeeded(state, succeeded)
            : failed(state, (TaskFailed) event));
  }

  private static List<Event> succeeded(State state, TaskSucceeded result) {
    OperationState task = state.task();
    Instant at = result.endedAt();
    return switch (task.operationType()) {
      case backup -> backedUp(state, result);
      case restore ->
          List.of(
              new RestoreCompleted(
                  task.vaultId(), task.backupId(), task.id(), task.targetResourceId(), at));
      case delete -> {
        List<Event> events = new ArrayList<>();
        events.add(
            new BackupDeleted(
                task.vaultId(),
                task.backupId(),
                task.id(),
                task.resourceId(),
                result.freedBytes(),
                at));
        removal(state.removal(), true, at, events);
        yield events;
      }
      case vault_delete -> List.of(new VaultDeleted(task.vaultId(), task.id(), at));
      case copy, replication, sync, remove_resource -> throw noWork(task);
    };
  }

  /** A vault that this filled up and that expands by itself is larger at once. */
  private static List<Event> backedUp(State state, TaskSucceeded result) {
    OperationState task = state.task();
    List<Event> events = new ArrayList<>();
    events.add(
        new BackupCompleted(
            task.vaultId(),
            task.backupId(),
            task.id(),
            task.resourceId(),
            task.resourceType(),
            task.resourceName(),
            result.snapshotId(),
            result.sizeBytes(),
            result.storedBytes(),
            result.endedAt()));
    Capacity.expanded(state.vault().settings(), state.vault().usedBytes() + result.storedBytes())
        .ifPresent(
            larger -> events.add(new VaultUpdated(task.vaultId(), larger, result.endedAt())));
    return events;
  }

  private static List<Event> failed(State state, TaskFailed failure) {
    OperationState task = state.task();
    String code = failure.code();
    String message = failure.message();
    boolean late = failure.timedOut();
    Instant at = failure.endedAt();
    return switch (task.operationType()) {
      case backup ->
          List.of(
              new BackupFailed(
                  task.vaultId(),
                  task.backupId(),
                  task.id(),
                  task.resourceId(),
                  code,
                  message,
                  late,
                  failure.storedBytes(),
                  at));
      case restore ->
          List.of(
              new RestoreFailed(
                  task.vaultId(),
                  task.backupId(),
                  task.id(),
                  task.targetResourceId(),
                  code,
                  message,
                  late,
                  at));
      case delete -> {
        List<Event> events = new ArrayList<>();
        events.add(
            new BackupDeletionFailed(
                task.vaultId(), task.backupId(), task.id(), code, message, late, at));
        removal(state.removal(), false, at, events);
        yield events;
      }
      case vault_delete ->
          List.of(new VaultDeletionFailed(task.vaultId(), task.id(), code, message, late, at));
      case copy, replication, sync, remove_resource -> throw noWork(task);
    };
  }

  /** With the last backup the resources leave the vault, if all backups are gone. */
  private static void removal(
      OperationState removal, boolean deleted, Instant at, List<Event> events) {
    if (removal == null || !removal.endsWithTheNext()) {
      return;
    }
    int failed = removal.failCount() + (deleted ? 0 : 1);
    events.add(
        failed == 0
            ? new ResourcesRemoved(removal.vaultId(), removal.id(), removal.resources(), at)
            : new ResourceRemovalFailed(
                removal.vaultId(),
                removal.id(),
                removal.resources(),
                CbrError.FAILED_DELETE_BACKUPS_VAULT_RESOURCES.code(),
                failed + " of " + removal.totalCount() + " backups could not be deleted.",
                at));
  }

  private static IllegalStateException noWork(OperationState task) {
    return new IllegalStateException("no worker does " + task.operationType() + ": " + task.id());
  }
}
