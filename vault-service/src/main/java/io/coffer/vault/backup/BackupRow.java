package io.coffer.vault.backup;

import io.coffer.owner.store.ProjectRow;
import io.coffer.vault.operationlog.OperationDetails;
import io.coffer.vault.operationlog.OperationLogRow;
import io.coffer.vault.vault.VaultRow;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;

/** A backup of a resource, or of one volume of a server. */
@Entity
@Table(schema = "store", name = "backup")
public class BackupRow extends ProjectRow {

  public UUID vaultId;

  public UUID checkpointId;

  /** The backup of the server; null for what is the backup of a resource. */
  public UUID parentId;

  /** The place among the volumes of a server. */
  public int place;

  @Enumerated(EnumType.STRING)
  public BackupStatus status;

  public String name;

  public String description;

  public String imageType = "backup";

  public String resourceId;

  public String resourceType;

  public String resourceName;

  public int resourceSizeGb;

  public boolean incremental;

  public boolean autoTrigger;

  public boolean bootable;

  public boolean multiAz;

  public String enterpriseProjectId;

  public String snapshotId;

  public long sizeBytes;

  public long storedBytes;

  public Instant protectedAt;

  public Instant expiredAt;

  public Instant createdAt;

  public Instant updatedAt;

  /** A task on it, with details about its id and name. */
  OperationLogRow operation(VaultRow vault, BiFunction<UUID, String, OperationDetails> details) {
    OperationLogRow log = vault.operation(details.apply(id, name));
    log.checkpointId = checkpointId;
    log.resourceId = resourceId;
    log.resourceType = resourceType;
    log.resourceName = resourceName;
    return log;
  }

  /** The backup of the resource that this one is or is a part of. */
  UUID family() {
    return parentId == null ? id : parentId;
  }

  void moved(VaultRow into, String snapshot, Instant at) {
    vaultId = into.id;
    snapshotId = snapshot;
    multiAz = into.settings.multiAz();
    enterpriseProjectId = into.enterpriseProjectId;
    updatedAt = at;
  }

  BackupState state() {
    return new BackupState(
        id,
        parentId,
        vaultId,
        status,
        name,
        resourceId,
        resourceType,
        resourceName,
        snapshotId,
        sizeBytes);
  }
}
