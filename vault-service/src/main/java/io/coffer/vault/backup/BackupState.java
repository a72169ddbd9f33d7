package io.coffer.vault.backup;

import java.util.UUID;

/**
 * A backup as decisions see it.
 *
 * @param parentId the backup of the server; null for what is the backup of a resource
 * @param snapshotId null until it is good
 */
public record BackupState(
    UUID id,
    UUID parentId,
    UUID vaultId,
    BackupStatus status,
    String name,
    String resourceId,
    String resourceType,
    String resourceName,
    String snapshotId,
    long sizeBytes) {

  /** Whether it is of one volume: then it can be written to a volume by itself. */
  public boolean isOfVolume() {
    return parentId != null || "OS::Cinder::Volume".equals(resourceType);
  }
}
