package io.coffer.vault.operationlog;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.contracts.Event;
import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionFailed;
import java.util.List;
import java.util.Map;

/**
 * Deletes a vault.
 *
 * @param backups how many were in it
 */
@JsonTypeName("vault_delete")
public record VaultDeleteOperation(int backups) implements OperationDetails {

  /** Counts under the documented names and under those that clients read. */
  @JsonNaming(SnakeCaseStrategy.class)
  private record View(int failCount, int totalCount, int failDeleteCount, int totalDeleteCount) {}

  @Override
  public OperationType type() {
    return OperationType.vault_delete;
  }

  @Override
  public Map.Entry<String, Object> view(OperationStatus status) {
    int failed = status.isOver() && status != OperationStatus.success ? backups : 0;
    return Map.entry("vault_delete", new View(failed, backups, failed, backups));
  }

  @Override
  public List<Event> succeeded(Ending ending, TaskSucceeded result) {
    return List.of(new VaultDeleted(ending.task().vaultId(), ending.task().id(), result.endedAt()));
  }

  @Override
  public List<Event> failed(Ending ending, TaskFailed failure) {
    return List.of(
        new VaultDeletionFailed(
            ending.task().vaultId(),
            ending.task().id(),
            failure.code(),
            failure.message(),
            failure.timedOut(),
            failure.endedAt()));
  }
}
