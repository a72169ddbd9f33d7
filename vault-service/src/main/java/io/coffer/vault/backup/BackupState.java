package io.coffer.vault.backup;

import io.coffer.contracts.vault.ResourceType;
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

  /** Whether it is of one volume, or of one file system: then it goes onto one by itself. */
  public boolean isOfOne() {
    return parentId != null
        || ResourceType.of(resourceType).filter(ResourceType::isWhole).isPresent();
  }
}
