package io.coffer.billing.metering;

import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.BackupEvent.PlannedBackup;
import io.coffer.contracts.vault.MigrationEvent.MigratedBackup;
import io.coffer.contracts.vault.MigrationEvent.MigrationCleared;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrationFailed;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.testing.History;
import io.coffer.messaging.testing.SampleVault;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events with only what metering looks at. */
final class Facts {

  private static final String SERVER = "OS::Nova::Server";

  private Facts() {}

  static VaultCreated vaultCreated(UUID vault, boolean multiAz) {
    VaultSettings settings = SampleVault.settings(Map.of("multiAz", multiAz));
    return new VaultCreated(vault, settings, List.of(), "user", History.TIME, null);
  }

  static CheckpointCreated planned(UUID vault, String resource) {
    UUID any = UUID.randomUUID();
    PlannedBackup backup =
        new PlannedBackup(
            any, any, "backup", resource, SERVER, "name of " + resource, 1, true, List.of());
    return new CheckpointCreated(
        vault,
        any,
        "point",
        "",
        false,
        List.of(backup),
        List.of(),
        "request",
        History.TIME,
        null,
        null);
  }

  static BackupCompleted completed(UUID vault, UUID backup, String resource, long stored) {
    return new BackupCompleted(
        vault,
        backup,
        backup,
        resource,
        SERVER,
        "name of " + resource,
        "snapshot",
        stored,
        stored,
        History.TIME);
  }

  static BackupFailed failed(UUID vault, UUID backup, String resource, long stored) {
    return new BackupFailed(
        vault, backup, backup, resource, "BackupService.9910", "no", false, stored, History.TIME);
  }

  static BackupDeleted deleted(UUID vault, UUID backup, String resource, long freed) {
    return new BackupDeleted(vault, backup, UUID.randomUUID(), resource, freed, History.TIME);
  }

  static ResourceMigrated migrated(
      UUID from, UUID into, List<UUID> backups, String resource, long stored) {
    UUID any = UUID.randomUUID();
    return new ResourceMigrated(
        from,
        into,
        any,
        resource,
        SERVER,
        "name of " + resource,
        backups.stream().map(id -> new MigratedBackup(id, "copy")).toList(),
        stored,
        any,
        History.TIME);
  }

  static ResourceMigrationFailed notMigrated(UUID from, UUID into, String resource, long stored) {
    UUID any = UUID.randomUUID();
    return new ResourceMigrationFailed(
        from,
        into,
        any,
        resource,
        SERVER,
        "name of " + resource,
        "BackupService.6401",
        "no",
        false,
        stored,
        any,
        History.TIME);
  }

  static MigrationCleared cleared(UUID vault, String resource, long freed) {
    return new MigrationCleared(vault, UUID.randomUUID(), resource, freed, History.TIME);
  }

  static VaultDeleted vaultDeleted(UUID vault) {
    return new VaultDeleted(vault, UUID.randomUUID(), History.TIME);
  }
}
