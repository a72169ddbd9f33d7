package io.coffer.vault.operationlog;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.contracts.Event;
import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.MigrationEvent.MigrationCleared;
import io.coffer.contracts.vault.MigrationEvent.MigrationClearingFailed;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Frees what backups take up in a vault that they are not in, after they moved or did not.
 *
 * @param migrationId the task that moved them
 * @param backups how many
 */
@JsonTypeName("clearing")
public record ClearingOperation(UUID migrationId, int backups) implements OperationDetails {

  @JsonNaming(SnakeCaseStrategy.class)
  private record View(UUID taskId, int backups) {}

  @Override
  public OperationType type() {
    return OperationType.delete;
  }

  @Override
  public Map.Entry<String, Object> view(OperationStatus status) {
    return Map.entry("x_clearing", new View(migrationId, backups));
  }

  @Override
  public List<Event> succeeded(Ending ending, TaskSucceeded result) {
    OperationState task = ending.task();
    return List.of(
        new MigrationCleared(
            task.vaultId(), task.id(), task.resourceId(), result.freedBytes(), result.endedAt()));
  }

  @Override
  public List<Event> failed(Ending ending, TaskFailed failure) {
    OperationState task = ending.task();
    return List.of(
        new MigrationClearingFailed(
            task.vaultId(),
            task.id(),
            task.resourceId(),
            failure.code(),
            failure.message(),
            failure.timedOut(),
            failure.endedAt()));
  }
}
