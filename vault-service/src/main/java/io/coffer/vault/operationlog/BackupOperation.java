package io.coffer.vault.operationlog;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.coffer.contracts.Event;
import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.vault.capacity.Capacity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a backup.
 *
 * @param sizeBytes null until it is good
 * @param storedBytes null until it is good
 * @param policyId the policy that asked; null for none
 */
@JsonTypeName("backup")
public record BackupOperation(
    UUID backupId, String backupName, Long sizeBytes, Long storedBytes, UUID policyId)
    implements OperationDetails {

  public BackupOperation(UUID backupId, String backupName, UUID policyId) {
    this(backupId, backupName, null, null, policyId);
  }

  /** The same with what came of it. */
  public BackupOperation completed(long size, long stored) {
    return new BackupOperation(backupId, backupName, size, stored, policyId);
  }

  @Override
  public OperationType type() {
    return OperationType.backup;
  }

  @Override
  public Map.Entry<String, Object> view(OperationStatus status) {
    return Map.entry("backup", new ExtraInfoView.Backup(backupId, backupName, "0"));
  }

  @Override
  public ProgressView result() {
    return sizeBytes == null ? null : new ProgressView(sizeBytes, sizeBytes, storedBytes);
  }

  /** A vault that this filled up and that expands by itself is larger at once. */
  @Override
  public List<Event> succeeded(Ending ending, TaskSucceeded result) {
    OperationState task = ending.task();
    List<Event> events = new ArrayList<>();
    events.add(
        new BackupCompleted(
            task.vaultId(),
            backupId,
            task.id(),
            task.resourceId(),
            task.resourceType(),
            task.resourceName(),
            result.snapshotId(),
            result.sizeBytes(),
            result.storedBytes(),
            result.endedAt()));
    expanded(ending, result.storedBytes(), result.endedAt()).ifPresent(events::add);
    return events;
  }

  /** What a backup stored before it failed fills the vault all the same. */
  @Override
  public List<Event> failed(Ending ending, TaskFailed failure) {
    OperationState task = ending.task();
    List<Event> events = new ArrayList<>();
    events.add(
        new BackupFailed(
            task.vaultId(),
            backupId,
            task.id(),
            task.resourceId(),
            failure.code(),
            failure.message(),
            failure.timedOut(),
            failure.storedBytes(),
            failure.endedAt()));
    expanded(ending, failure.storedBytes(), failure.endedAt()).ifPresent(events::add);
    return events;
  }

  private static Optional<Event> expanded(Ending ending, long stored, Instant at) {
    return Capacity.expanded(ending.settings(), ending.usedBytes() + stored)
        .map(larger -> new VaultUpdated(ending.task().vaultId(), larger, at));
  }
}
