package io.coffer.vault.checkpoint;

import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import io.coffer.owner.store.ProjectRow;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A restore point: the backups that one command made. It goes with the last of them. */
@Entity
@Table(schema = "store", name = "checkpoint")
public class CheckpointRow extends ProjectRow {

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

  /** Backups came into it or left it, so many of them good. */
  void take(int more, int good) {
    backups += more;
    succeeded += good;
    if (pending == 0) {
      settle();
    }
  }

  /** The same in another vault, without backups as yet. */
  CheckpointRow twin(UUID twinId, UUID otherVaultId) {
    CheckpointRow twin = new CheckpointRow();
    twin.id = twinId;
    twin.projectId = projectId;
    twin.vaultId = otherVaultId;
    twin.status = status;
    twin.name = name;
    twin.description = description;
    twin.autoTrigger = autoTrigger;
    twin.skipped = List.of();
    twin.createdAt = createdAt;
    return twin;
  }

  /** One backup ended; with the last one the restore point is good if any of them is. */
  void ended(boolean good, Instant at) {
    pending--;
    succeeded += good ? 1 : 0;
    updatedAt = at;
    if (pending == 0) {
      settle();
    }
  }

  private void settle() {
    status = succeeded > 0 ? CheckpointStatus.available : CheckpointStatus.error;
  }
}
