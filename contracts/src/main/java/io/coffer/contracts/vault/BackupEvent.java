package io.coffer.contracts.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to checkpoints, to the backups in them and to the operations on them. */
public sealed interface BackupEvent extends Event {

  /** The vault these facts are about. */
  UUID vaultId();

  /**
   * A restore point exists and one backup for each of its resources is on its way.
   *
   * @param expiredAt until when its backups are kept; null for no such end
   * @param policyId the policy that asked; null for none
   */
  @WireName("coffer.checkpoint.created.v1")
  record CheckpointCreated(
      UUID vaultId,
      UUID checkpointId,
      String name,
      String description,
      boolean autoTrigger,
      List<PlannedBackup> backups,
      List<SkippedResource> skipped,
      String requestId,
      Instant createdAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) Instant expiredAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) UUID policyId)
      implements BackupEvent {}

  /**
   * A backup to come.
   *
   * @param volumes the volumes it will hold, exclusions already left out, each with the id of its
   *     own volume backup
   */
  record PlannedBackup(
      UUID backupId,
      UUID taskId,
      String name,
      String resourceId,
      String resourceType,
      String resourceName,
      int resourceSizeGb,
      boolean incremental,
      List<PlannedVolume> volumes) {}

  /** The part of a server's backup that holds one volume. */
  record PlannedVolume(UUID backupId, VolumeFacts volume) {}

  /** A resource that was asked for and is not backed up, and why. */
  record SkippedResource(String id, String type, String name, String code, String reason) {}

  /**
   * Resources are not backed up though a policy fired; each has a task that says why.
   *
   * @param checkpointId the restore point of the others; null when there is none
   * @param policyId that policy; null in events of before it was told
   */
  @WireName("coffer.backup.skipped.v1")
  record BackupsSkipped(
      UUID vaultId,
      @JsonInclude(JsonInclude.Include.NON_NULL) UUID checkpointId,
      List<SkippedBackup> backups,
      Instant skippedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) UUID policyId)
      implements BackupEvent {}

  /** A task that ended before it began. */
  record SkippedBackup(UUID taskId, SkippedResource resource) {}

  /** A worker has begun. */
  @WireName("coffer.operation.started.v1")
  record OperationStarted(UUID vaultId, UUID operationId, Instant startedAt)
      implements BackupEvent {}

  /**
   * The bytes are safe and may be restored at once.
   *
   * @param storedBytes what the repository grew by
   */
  @WireName("coffer.backup.completed.v1")
  record BackupCompleted(
      UUID vaultId,
      UUID backupId,
      UUID taskId,
      String resourceId,
      String resourceType,
      String resourceName,
      String snapshotId,
      long sizeBytes,
      long storedBytes,
      Instant completedAt)
      implements BackupEvent {}

  /** A backup ended without a result. */
  @WireName("coffer.backup.failed.v1")
  record BackupFailed(
      UUID vaultId,
      UUID backupId,
      UUID taskId,
      String resourceId,
      String code,
      String message,
      boolean timedOut,
      long storedBytes,
      Instant failedAt)
      implements BackupEvent, OperationFailed {

    @Override
    public UUID operationId() {
      return taskId;
    }
  }

  /** The name of a backup changed. */
  @WireName("coffer.backup.renamed.v1")
  record BackupRenamed(UUID vaultId, UUID backupId, String name, Instant updatedAt)
      implements BackupEvent {}

  /**
   * Backups of a vault have another end, whatever was said before.
   *
   * @param operationId the operation log that tells of it
   * @param day the day that the caller named
   */
  @WireName("coffer.backup.expiration-set.v1")
  record ExpirationSet(
      UUID vaultId,
      UUID operationId,
      List<UUID> backupIds,
      String day,
      Instant expiredAt,
      String requestId,
      Instant setAt)
      implements BackupEvent {}

  /** A backup takes no more orders and its data is being deleted. */
  @WireName("coffer.backup.deletion-started.v1")
  record BackupDeletionStarted(
      UUID vaultId,
      UUID backupId,
      UUID operationId,
      String reason,
      String requestId,
      Instant startedAt)
      implements BackupEvent {}

  /**
   * A backup is gone.
   *
   * @param freedBytes what the repository shrank by
   */
  @WireName("coffer.backup.deleted.v1")
  record BackupDeleted(
      UUID vaultId,
      UUID backupId,
      UUID operationId,
      String resourceId,
      long freedBytes,
      Instant deletedAt)
      implements BackupEvent {}

  /** Deleting failed; the backup may be deleted again. */
  @WireName("coffer.backup.deletion-failed.v1")
  record BackupDeletionFailed(
      UUID vaultId,
      UUID backupId,
      UUID operationId,
      String code,
      String message,
      boolean timedOut,
      Instant failedAt)
      implements BackupEvent, OperationFailed {}

  /** A backup is being written back. */
  @WireName("coffer.restore.started.v1")
  record RestoreStarted(
      UUID vaultId,
      UUID backupId,
      UUID operationId,
      String targetId,
      String targetName,
      String requestId,
      Instant startedAt)
      implements BackupEvent {}

  /** The target holds the bytes of the backup. */
  @WireName("coffer.restore.completed.v1")
  record RestoreCompleted(
      UUID vaultId, UUID backupId, UUID operationId, String targetId, Instant completedAt)
      implements BackupEvent {}

  /** The target does not hold the bytes of the backup. */
  @WireName("coffer.restore.failed.v1")
  record RestoreFailed(
      UUID vaultId,
      UUID backupId,
      UUID operationId,
      String targetId,
      String code,
      String message,
      boolean timedOut,
      Instant failedAt)
      implements BackupEvent, OperationFailed {}
}
