package io.coffer.vault.operationlog;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.task.TaskEvent.BackupCopy;
import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.MigrationEvent.MigratedBackup;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrationFailed;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.work.WorkCommand;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.vault.capacity.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Moves a resource with its backups to another vault: copies are made and read back first, then
 * they are the backups, and what these took up before is freed by a task of its own. One that fails
 * has its copies freed in the same way.
 *
 * @param backupIds all backups of the resource, those too that have no bytes
 */
@JsonTypeName("migrate")
public record MigrateOperation(UUID destinationVaultId, List<UUID> backupIds)
    implements OperationDetails {

  @JsonNaming(SnakeCaseStrategy.class)
  private record View(UUID destinationVaultId, int backups) {}

  @Override
  public OperationType type() {
    return OperationType.copy;
  }

  @Override
  public Map.Entry<String, Object> view(OperationStatus status) {
    return Map.entry("x_migration", new View(destinationVaultId, backupIds.size()));
  }

  @Override
  public UUID writtenVault(OperationState task) {
    return destinationVaultId;
  }

  /** A vault that this filled up and that expands by itself is larger at once. */
  @Override
  public List<Event> succeeded(Ending ending, TaskSucceeded result) {
    OperationState task = ending.task();
    Map<UUID, String> copies =
        result.copies().stream()
            .collect(Collectors.toMap(BackupCopy::backupId, BackupCopy::snapshotId));
    List<Event> events = new ArrayList<>();
    events.add(
        new ResourceMigrated(
            task.vaultId(),
            destinationVaultId,
            task.id(),
            task.resourceId(),
            task.resourceType(),
            task.resourceName(),
            backupIds.stream().map(id -> new MigratedBackup(id, copies.get(id))).toList(),
            result.storedBytes(),
            clearingId(task),
            result.endedAt()));
    Capacity.expanded(ending.settings(), ending.usedBytes() + result.storedBytes())
        .ifPresent(
            larger -> events.add(new VaultUpdated(destinationVaultId, larger, result.endedAt())));
    return events;
  }

  @Override
  public List<Event> failed(Ending ending, TaskFailed failure) {
    OperationState task = ending.task();
    return List.of(
        new ResourceMigrationFailed(
            task.vaultId(),
            destinationVaultId,
            task.id(),
            task.resourceId(),
            task.resourceType(),
            task.resourceName(),
            failure.code(),
            failure.message(),
            failure.timedOut(),
            failure.storedBytes(),
            clearingId(task),
            failure.endedAt()));
  }

  @Override
  public List<WorkCommand> next(OperationState task, boolean succeeded) {
    UUID left = succeeded ? task.vaultId() : destinationVaultId;
    UUID first = backupIds.get(0);
    List<UUID> others = backupIds.subList(1, backupIds.size());
    return List.of(new StartDelete(clearingId(task), left, first, null, others));
  }

  private static UUID clearingId(OperationState task) {
    return DerivedId.of(task.id(), "clearing");
  }
}
