package io.coffer.vault.resource;

import io.coffer.contracts.vault.ResourceChoices;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A resource in a vault. */
@Entity
@IdClass(ResourceKey.class)
@Table(schema = "store", name = "vault_resource")
public class ResourceRow {

  @Id public String projectId;

  @Id public String resourceId;

  public UUID vaultId;

  public String type;

  public String name;

  public int sizeGb;

  @Convert(converter = ResourceChoicesColumn.class)
  public ResourceChoices choices;

  @Enumerated(EnumType.STRING)
  @Column(name = "protect_status")
  public ResourceStatus status;

  /** The task that takes it out of the vault; null when it stays. */
  public UUID removalId;

  /** What its backups in this vault made the repository grow by, less what deleting them freed. */
  public long storedBytes;

  /** Its good backups in this vault. */
  public int backupCount;

  public Instant addedAt;

  ResourceState state() {
    return new ResourceState(resourceId, type, name, vaultId, status, choices, removalId);
  }
}
