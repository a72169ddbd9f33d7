package io.coffer.vault.resource;

import io.coffer.contracts.vault.IncludedVolume;
import io.coffer.owner.column.TextList;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A resource in a vault. */
@Entity
@IdClass(ResourceKey.class)
@Table(schema = "store", name = "vault_resource")
public class ResourceRow {

  @Id
  @Column(name = "project_id")
  public String projectId;

  @Id
  @Column(name = "resource_id")
  public String resourceId;

  @Column(name = "vault_id")
  public UUID vaultId;

  public String type;

  public String name;

  @Column(name = "size_gb")
  public int sizeGb;

  @Convert(converter = TextList.class)
  @Column(name = "exclude_volumes")
  public List<String> excludeVolumes = List.of();

  @Convert(converter = IncludedVolumeList.class)
  @Column(name = "include_volumes")
  public List<IncludedVolume> includeVolumes = List.of();

  @Enumerated(EnumType.STRING)
  @Column(name = "protect_status")
  public ResourceStatus status;

  /** The task that takes it out of the vault; null when it stays. */
  @Column(name = "removal_id")
  public UUID removalId;

  /** What its backups in this vault made the repository grow by, less what deleting them freed. */
  @Column(name = "stored_bytes")
  public long storedBytes;

  /** Its good backups in this vault. */
  @Column(name = "backup_count")
  public int backupCount;

  @Column(name = "added_at")
  public Instant addedAt;

  ResourceState state() {
    return new ResourceState(
        resourceId, type, name, vaultId, status, List.copyOf(excludeVolumes), removalId);
  }
}
