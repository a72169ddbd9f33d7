package io.coffer.vault.checkpoint;

import io.coffer.contracts.vault.BackupEvent.SkippedResource;
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

  public String projectId;

  public UUID vaultId;

  @Enumerated(EnumType.STRING)
  public CheckpointStatus status;

  public String name;

  public String description;

  public boolean autoTrigger;

  @Convert(converter = SkippedList.class)
  public List<SkippedResource> skipped;

  /** Backups that are left. */
  public int backups;

  /** Backups that are being made. */
  public int pending;

  /** Backups that became good. */
  public int succeeded;

  public Instant createdAt;

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
