package io.coffer.vault.checkpoint;

import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A restore point: the backups that one command made. It goes with the last of them. */
@Entity
@Table(schema = "store", name = "checkpoint")
public class CheckpointRow {

  @Id public UUID id;

  @Column(name = "project_id")
  public String projectId;

  @Column(name = "vault_id")
  public UUID vaultId;

  @Enumerated(EnumType.STRING)
  public CheckpointStatus status;

  public String name;

  public String description;

  @Column(name = "auto_trigger")
  public boolean autoTrigger;

  @Convert(converter = SkippedList.class)
  public List<SkippedResource> skipped;

  /** Backups that are left. */
  public int backups;

  /** Backups that are being made. */
  public int pending;

  /** Backups that became good. */
  public int succeeded;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "updated_at")
  public Instant updatedAt;

  /** One backup ended; with the last one the restore point is good if any of them is. */
  void ended(boolean good, Instant at) {
    pending--;
    succeeded += good ? 1 : 0;
    updatedAt = at;
    if (pending == 0) {
      status = succeeded > 0 ? CheckpointStatus.available : CheckpointStatus.error;
    }
  }
}
