package io.coffer.vault.operationlog;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.contracts.Event;
import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.BackupEvent.RestoreCompleted;
import io.coffer.contracts.vault.BackupEvent.RestoreFailed;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes a backup back. */
@JsonTypeName("restore")
public record RestoreOperation(
    UUID backupId, String backupName, String targetResourceId, String targetResourceName)
    implements OperationDetails {

  @JsonNaming(SnakeCaseStrategy.class)
  private record View(
      UUID backupId, String backupName, String targetResourceId, String targetResourceName) {}

  @Override
  public OperationType type() {
    return OperationType.restore;
  }

  @Override
  public Map.Entry<String, Object> view(OperationStatus status) {
    return Map.entry(
        "restore", new View(backupId, backupName, targetResourceId, targetResourceName));
  }

  @Override
  public List<Event> succeeded(Ending ending, TaskSucceeded result) {
    OperationState task = ending.task();
    return List.of(
        new RestoreCompleted(
            task.vaultId(), backupId, task.id(), targetResourceId, result.endedAt()));
  }

  @Override
  public List<Event> failed(Ending ending, TaskFailed failure) {
    OperationState task = ending.task();
    return List.of(
        new RestoreFailed(
            task.vaultId(),
            backupId,
            task.id(),
            targetResourceId,
            failure.code(),
            failure.message(),
            failure.timedOut(),
            failure.endedAt()));
  }
}
