package io.coffer.contracts.work;

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

  /** Forgets the snapshots of a backup and deletes the packs that nothing uses any more. */
  @WireName("coffer.work.delete.v1")
  record StartDelete(UUID taskId, UUID vaultId, UUID backupId, String snapshotId)
      implements WorkCommand {}

  /** Deletes the whole repository of a vault and its keys. */
  @WireName("coffer.work.vault-delete.v1")
  record StartVaultDelete(UUID taskId, UUID vaultId) implements WorkCommand {}
}
