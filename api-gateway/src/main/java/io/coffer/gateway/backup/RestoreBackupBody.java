package io.coffer.gateway.backup;

import io.coffer.contracts.vault.BackupCommand;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.gateway.contract.Body;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The body of POST /backups/{backup_id}/restore (tables 4-114 to 4-117). */
record RestoreBackupBody(Body restore) {

  /** The resource named to be restored onto; null for the one that the backup is of. */
  String target() {
    return Stream.of("server_id", "volume_id", "resource_id")
        .map(restore::text)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  BackupCommand.RestoreBackup command(UUID backup, String target, ResourceFacts facts) {
    return new BackupCommand.RestoreBackup(
        backup,
        restore.objects(
            "mappings",
            mapping ->
                new BackupCommand.Mapping(mapping.id("backup_id"), mapping.text("volume_id"))),
        restore.flag("power_on"),
        target,
        facts == null ? null : KnownResource.of(facts));
  }
}
