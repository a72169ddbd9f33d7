package io.coffer.vault.backup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A backup of a resource, or of one volume of a server. */
@Entity
@Table(schema = "store", name = "backup")
public class BackupRow {

  @Id public UUID id;

  @Column(name = "project_id")
  public String projectId;

  @Column(name = "vault_id")
  public UUID vaultId;

  @Column(name = "checkpoint_id")
  public UUID checkpointId;

  /** The backup of the server; null for what is the backup of a resource. */
  @Column(name = "parent_id")
  public UUID parentId;

  /** The place among the volumes of a server. */
  public int place;

  @Enumerated(EnumType.STRING)
  public BackupStatus status;

  public String name;

  public String description;

  @Column(name = "image_type")
  public String imageType = "backup";

  @Column(name = "resource_id")
  public String resourceId;

  @Column(name = "resource_type")
  public String resourceType;

  @Column(name = "resource_name")
  public String resourceName;

  @Column(name = "resource_size_gb")
  public int resourceSizeGb;

  public boolean incremental;

  @Column(name = "auto_trigger")
  public boolean autoTrigger;

  public boolean bootable;

  @Column(name = "multi_az")
  public boolean multiAz;

  @Column(name = "enterprise_project_id")
  public String enterpriseProjectId;

  @Column(name = "snapshot_id")
  public String snapshotId;

  @Column(name = "size_bytes")
  public long sizeBytes;

  @Column(name = "stored_bytes")
  public long storedBytes;

  @Column(name = "protected_at")
  public Instant protectedAt;

  @Column(name = "expired_at")
  public Instant expiredAt;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "updated_at")
  public Instant updatedAt;

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
