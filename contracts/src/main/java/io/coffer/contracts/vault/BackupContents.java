package io.coffer.contracts.vault;

import java.util.UUID;

/**
 * Where that which a backup is of can be read.
 *
 * @param resourceId what the snapshot is of: the server, also for the backup of one of its volumes
 * @param backups the backup as its owner shows it, alone in a list, as text
 */
public record BackupContents(
    UUID backupId, UUID vaultId, String snapshotId, String resourceId, String backups) {}
