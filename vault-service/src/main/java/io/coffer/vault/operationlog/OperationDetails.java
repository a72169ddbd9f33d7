package io.coffer.vault.operationlog;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.contracts.Event;
import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.contracts.work.WorkCommand;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What belongs to one kind of task alone, and what its end means. It is kept as JSON, because no
 * list is filtered by it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface OperationDetails
    permits BackupOperation,
        ClearingOperation,
        DeleteOperation,
        ExpirationOperation,
        MigrateOperation,
        RemoveResourcesOperation,
        RestoreOperation,
        VaultDeleteOperation {

  /**
   * What is known when a task ends.
   *
   * @param settings those of the vault it writes in
   * @param usedBytes what that vault stores
   * @param removal the removal of resources that waits for this task; null for none
   */
  record Ending(
      OperationState task, VaultSettings settings, long usedBytes, OperationState removal) {}

  OperationType type();

  /** Its part of {@code extra_info} on the wire, by its name there. */
  Map.Entry<String, Object> view(OperationStatus status);

  /** How far it is where no worker reports it: then it is told from itself. */
  default OptionalInt percent() {
    return OptionalInt.empty();
  }

  /** The policy that asked; null for none. */
  default UUID policyId() {
    return null;
  }

  /** The bytes it was about; null while nobody knows. */
  default ProgressView result() {
    return null;
  }

  /** What has happened when the worker succeeded. */
  default List<Event> succeeded(Ending ending, TaskSucceeded result) {
    throw noWork(ending);
  }

  /** What has happened when the worker failed. */
  default List<Event> failed(Ending ending, TaskFailed failure) {
    throw noWork(ending);
  }

  /** What a worker has to do now that it is over. */
  default List<WorkCommand> next(OperationState task, boolean succeeded) {
    return List.of();
  }

  /** The vault in whose repository it writes. */
  default UUID writtenVault(OperationState task) {
    return task.vaultId();
  }

  private IllegalStateException noWork(Ending ending) {
    return new IllegalStateException("no worker does " + type() + ": " + ending.task().id());
  }
}
