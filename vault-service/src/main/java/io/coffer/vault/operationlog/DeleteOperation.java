package io.coffer.vault.operationlog;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.coffer.contracts.Event;
import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionFailed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Deletes a backup; with the last of those that it waits for a removal of resources ends too. */
@JsonTypeName("delete")
public record DeleteOperation(UUID backupId, String backupName) implements OperationDetails {

  @Override
  public OperationType type() {
    return OperationType.delete;
  }

  @Override
  public Map.Entry<String, Object> view(OperationStatus status) {
    return Map.entry("delete", new ExtraInfoView.Backup(backupId, backupName, null));
  }

  @Override
  public List<Event> succeeded(Ending ending, TaskSucceeded result) {
    OperationState task = ending.task();
    return withRemoval(
        new BackupDeleted(
            task.vaultId(),
            backupId,
            task.id(),
            task.resourceId(),
            result.freedBytes(),
            result.endedAt()),
        ending.removal(),
        true,
        result.endedAt());
  }

  @Override
  public List<Event> failed(Ending ending, TaskFailed failure) {
    OperationState task = ending.task();
    return withRemoval(
        new BackupDeletionFailed(
            task.vaultId(),
            backupId,
            task.id(),
            failure.code(),
            failure.message(),
            failure.timedOut(),
            failure.endedAt()),
        ending.removal(),
        false,
        failure.endedAt());
  }

  private static List<Event> withRemoval(
      Event own, OperationState removal, boolean deleted, Instant at) {
    return removal != null && removal.details() instanceof RemoveResourcesOperation waiting
        ? Stream.concat(Stream.of(own), waiting.next(removal, deleted, at).stream()).toList()
        : List.of(own);
  }
}
