package io.coffer.vault.backup;

import io.coffer.contracts.vault.BackupEvent.CheckpointCreated;
import io.coffer.contracts.vault.BackupEvent.PlannedBackup;
import io.coffer.contracts.vault.BackupEvent.PlannedVolume;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.contracts.vault.VolumeFacts;
import io.coffer.vault.vault.VaultRow;
import java.util.ArrayList;
import java.util.List;

/** The rows that a checkpoint begins with. The backup of a disk is itself that of its volume. */
public final class PlannedRows {

  private PlannedRows() {}

  /** The rows of all its backups. */
  public static List<BackupRow> of(CheckpointCreated event, VaultRow vault) {
    return event.backups().stream()
        .flatMap(planned -> family(event, planned, vault).stream())
        .toList();
  }

  private static List<BackupRow> family(
      CheckpointCreated event, PlannedBackup planned, VaultRow vault) {
    List<BackupRow> rows = new ArrayList<>();
    BackupRow parent = row(event, planned, vault);
    parent.id = planned.backupId();
    parent.name = planned.name();
    parent.resourceId = planned.resourceId();
    parent.resourceType = planned.resourceType();
    parent.resourceName = planned.resourceName();
    parent.resourceSizeGb = planned.resourceSizeGb();
    rows.add(parent);
    for (PlannedVolume volume : planned.volumes()) {
      if (volume.backupId().equals(parent.id)) {
        parent.bootable = volume.volume().bootable();
      } else {
        rows.add(child(row(event, planned, vault), parent, volume, rows.size()));
      }
    }
    parent.sizeBytes = planned.volumes().stream().mapToLong(v -> v.volume().sizeBytes()).sum();
    return rows;
  }

  private static BackupRow child(
      BackupRow row, BackupRow parent, PlannedVolume planned, int place) {
    VolumeFacts volume = planned.volume();
    row.id = planned.backupId();
    row.parentId = parent.id;
    row.place = place;
    row.name = parent.name + "_" + (volume.name() == null ? volume.id() : volume.name());
    row.resourceId = volume.id();
    row.resourceType = ResourceType.DISK.wireName();
    row.resourceName = volume.name();
    row.resourceSizeGb = volume.sizeGb();
    row.bootable = volume.bootable();
    row.sizeBytes = volume.sizeBytes();
    return row;
  }

  private static BackupRow row(CheckpointCreated event, PlannedBackup planned, VaultRow vault) {
    BackupRow row = new BackupRow();
    row.projectId = vault.projectId;
    row.vaultId = event.vaultId();
    row.checkpointId = event.checkpointId();
    row.status = BackupLifecycle.TABLE.after(null, CheckpointCreated.class);
    row.description = event.description();
    row.incremental = planned.incremental();
    row.autoTrigger = event.autoTrigger();
    row.expiredAt = event.expiredAt();
    row.multiAz = vault.settings.multiAz();
    row.enterpriseProjectId = vault.enterpriseProjectId;
    row.createdAt = event.createdAt();
    row.updatedAt = event.createdAt();
    return row;
  }
}
