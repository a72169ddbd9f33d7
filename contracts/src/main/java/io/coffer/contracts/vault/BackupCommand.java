package io.coffer.contracts.vault;

import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a caller may ask of backups (chapter 4.3). */
public sealed interface BackupCommand extends Command {

  /**
   * Writes a backup back. The command id is the {@code job_id}.
   *
   * @param mappings which volume backup goes to which volume; empty means each goes back to where
   *     it came from
   * @param target the resource restored onto, as the inventory sees it now; null when it does not
   *     exist
   */
  @WireName("coffer.backup.restore.v1")
  record RestoreBackup(
      UUID backupId, List<Mapping> mappings, boolean powerOn, String targetId, KnownResource target)
      implements BackupCommand {

    /** What is known of the target; null when it does not exist. */
    public ResourceFacts facts() {
      return target == null ? null : target.facts();
    }
  }

  /** One volume backup and the volume that takes its bytes. */
  record Mapping(UUID backupId, String volumeId) {}

  /**
   * Deletes a backup and the data that only it uses. The command id is the id of the operation log.
   *
   * @param reason {@code request}, {@code retention}, {@code vault_delete} or {@code
   *     remove_resource}
   */
  @WireName("coffer.backup.delete.v1")
  record DeleteBackup(UUID backupId, String reason) implements BackupCommand {}

  /**
   * Gives the backups of a vault that have an end another one. The command id is the id of the
   * operation log.
   *
   * @param day the day that the caller named
   * @param expiredAt the end of that day where the caller is
   */
  @WireName("coffer.backup.set-expiration.v1")
  record SetExpiration(UUID vaultId, String day, Instant expiredAt) implements BackupCommand {}

  /** Renames a backup. */
  @WireName("coffer.backup.update.v1")
  record UpdateBackup(UUID backupId, String name) implements BackupCommand {}
}
