package io.coffer.contracts.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What only the owner of vaults may ask of workers: each is one durable task. */
public sealed interface WorkCommand extends Command {

  /** The task, which is also the operation log. */
  UUID taskId();

  /** The vault, whose repository the task works in. */
  UUID vaultId();

  /**
   * Backs up volumes into one snapshot.
   *
   * @param volumes what to read, in order
   * @param parentSnapshotId the newest snapshot of the same resource; null for none
   * @param incremental false reads and stores as if there were no earlier snapshot
   * @param protectedAt the time of the snapshot
   */
  @WireName("coffer.work.backup.v1")
  record StartBackup(
      UUID taskId,
      UUID vaultId,
      UUID backupId,
      String resourceId,
      String resourceType,
      String resourceName,
      List<SourceVolume> volumes,
      String parentSnapshotId,
      boolean incremental,
      Instant protectedAt)
      implements WorkCommand {}

  /** A volume to read. */
  record SourceVolume(String volumeId, String name, long sizeBytes) {}

  /** Writes volumes of a snapshot onto volumes of a resource. */
  @WireName("coffer.work.restore.v1")
  record StartRestore(
      UUID taskId,
      UUID vaultId,
      UUID backupId,
      String snapshotId,
      String sourceResourceId,
      String targetResourceId,
      String targetResourceType,
      List<VolumeTarget> volumes)
      implements WorkCommand {}

  /** A volume of a snapshot and the volume that takes its bytes. */
  record VolumeTarget(String sourceVolumeId, String targetVolumeId) {}

  /**
   * Forgets the snapshots of a backup and deletes the packs that nothing uses any more.
   *
   * @param others backups whose snapshots are forgotten with it; never null, and absent on the wire
   *     when empty
   */
  @WireName("coffer.work.delete.v1")
  record StartDelete(
      UUID taskId,
      UUID vaultId,
      UUID backupId,
      String snapshotId,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> others)
      implements WorkCommand {

    public StartDelete {
      others = others == null ? List.of() : List.copyOf(others);
    }

    /** Of one backup alone. */
    public StartDelete(UUID taskId, UUID vaultId, UUID backupId, String snapshotId) {
      this(taskId, vaultId, backupId, snapshotId, List.of());
    }
  }

  /**
   * Copies the snapshots of backups from one vault into another and reads them back from there.
   *
   * @param vaultId the vault that they come into
   * @param sourceVaultId the vault that they are in
   * @param backups the oldest first
   */
  @WireName("coffer.work.migrate.v1")
  record StartMigration(
      UUID taskId, UUID vaultId, UUID sourceVaultId, String resourceId, List<StoredBackup> backups)
      implements WorkCommand {}

  /**
   * A backup that has a snapshot.
   *
   * @param good whether the snapshot must be there: else it may have been deleted in part
   */
  record StoredBackup(UUID backupId, String snapshotId, boolean good) {}

  /** Deletes the whole repository of a vault and its keys. */
  @WireName("coffer.work.vault-delete.v1")
  record StartVaultDelete(UUID taskId, UUID vaultId) implements WorkCommand {}
}
