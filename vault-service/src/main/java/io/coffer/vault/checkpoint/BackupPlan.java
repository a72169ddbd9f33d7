package io.coffer.vault.checkpoint;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.BackupEvent.PlannedBackup;
import io.coffer.contracts.vault.BackupEvent.PlannedVolume;
import io.coffer.contracts.vault.CheckpointCommand.CreateCheckpoint;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.contracts.vault.VolumeFacts;
import io.coffer.contracts.work.WorkCommand.SourceVolume;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.resource.ResourceState;
import java.util.List;

/** How the resources of one checkpoint are backed up. Ids follow from the command's. */
record BackupPlan(VaultSettings settings, CreateCheckpoint command, Envelope envelope) {

  private static final int SHORT = 4;

  /** What the inventory says now of a resource; null for one that has vanished. */
  ResourceFacts seen(ResourceState row) {
    return command.resources().stream()
        .map(KnownResource::facts)
        .filter(facts -> facts.id().equals(row.id()))
        .findFirst()
        .orElse(null);
  }

  /** The volumes that are backed up, exclusions left out. */
  List<VolumeFacts> volumes(ResourceState row) {
    return seen(row).volumes().stream()
        .filter(volume -> !row.choices().excludeVolumes().contains(volume.id()))
        .toList();
  }

  /** Whether the backup of a resource may build on the one before. */
  boolean builds(ResourceState row) {
    return command.incremental() && !command.fullResourceIds().contains(row.id());
  }

  /** The name of the checkpoint and of its backups. */
  String name() {
    if (command.name() != null) {
      return command.name();
    }
    String prefix = settings.backupNamePrefix();
    String kind = command.autoTrigger() ? "autobk" : "manualbk";
    return (command.autoTrigger() && prefix != null && !prefix.isEmpty() ? prefix : kind)
        + "_"
        + envelope.id().toString().substring(0, SHORT);
  }

  PlannedBackup backup(ResourceState row, boolean incremental) {
    List<VolumeFacts> volumes = volumes(row);
    return new PlannedBackup(
        DerivedId.backup(envelope.id(), row.id()),
        DerivedId.task(envelope.id(), row.id()),
        name(),
        row.id(),
        row.type(),
        seen(row).name(),
        volumes.stream().mapToInt(VolumeFacts::sizeGb).sum(),
        incremental,
        volumes.stream()
            .map(volume -> new PlannedVolume(DerivedId.backup(envelope.id(), volume.id()), volume))
            .toList());
  }

  StartBackup work(ResourceState row, String parentSnapshotId) {
    return new StartBackup(
        DerivedId.task(envelope.id(), row.id()),
        command.vaultId(),
        DerivedId.backup(envelope.id(), row.id()),
        row.id(),
        row.type(),
        seen(row).name(),
        volumes(row).stream()
            .map(volume -> new SourceVolume(volume.id(), volume.name(), volume.sizeBytes()))
            .toList(),
        parentSnapshotId,
        parentSnapshotId != null,
        envelope.time());
  }
}
