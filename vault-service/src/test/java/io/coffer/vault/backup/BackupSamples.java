package io.coffer.vault.backup;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.vault.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Backups that tests are about. */
public final class BackupSamples {

  private static final UUID COMMAND = new UUID(5, 5);

  private BackupSamples() {}

  /** The backup of a server with those of its volumes, or of a disk alone. */
  public static List<BackupRow> family(ResourceFacts facts, BackupStatus status) {
    List<BackupRow> rows = new ArrayList<>();
    BackupRow parent = row(facts.id(), facts.type(), status);
    parent.sizeBytes = facts.volumes().stream().mapToLong(volume -> volume.sizeBytes()).sum();
    rows.add(parent);
    if (!facts.volumes().get(0).id().equals(facts.id())) {
      facts
          .volumes()
          .forEach(
              volume -> {
                BackupRow child = row(volume.id(), "OS::Cinder::Volume", status);
                child.parentId = parent.id;
                child.sizeBytes = volume.sizeBytes();
                rows.add(child);
              });
    }
    return rows;
  }

  private static BackupRow row(String resourceId, String type, BackupStatus status) {
    BackupRow row = new BackupRow();
    row.id = DerivedId.backup(COMMAND, resourceId);
    row.projectId = Samples.PROJECT;
    row.vaultId = Samples.VAULT;
    row.checkpointId = DerivedId.checkpoint(COMMAND);
    row.status = status;
    row.name = "manualbk_1234";
    row.resourceId = resourceId;
    row.resourceType = type;
    row.resourceName = "name of " + resourceId;
    row.snapshotId = status == BackupStatus.protecting ? null : "snap-1";
    row.createdAt = Samples.TIME;
    row.updatedAt = Samples.TIME;
    return row;
  }
}
