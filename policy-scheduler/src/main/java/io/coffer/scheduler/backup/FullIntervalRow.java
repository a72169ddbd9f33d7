package io.coffer.scheduler.backup;

import io.coffer.contracts.DerivedId;
import io.coffer.policy.fire.FullInterval;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How a resource in a vault stands between two full backups, whatever has become of those. */
@Entity
@Table(schema = "store", name = "full_interval")
class FullIntervalRow {

  @Id UUID id;

  String projectId;

  UUID vaultId;

  String resourceId;

  Instant lastFullAt;

  int incrementals;

  /** The same of the resource in another vault. */
  FullIntervalRow in(UUID otherVaultId) {
    FullIntervalRow row = new FullIntervalRow();
    row.id = DerivedId.of(otherVaultId, resourceId);
    row.projectId = projectId;
    row.vaultId = otherVaultId;
    row.resourceId = resourceId;
    row.goOn(this);
    return row;
  }

  /** Stands as another one does. */
  void goOn(FullIntervalRow other) {
    lastFullAt = other.lastFullAt;
    incrementals = other.incrementals;
  }

  FullInterval interval() {
    return new FullInterval(Optional.of(lastFullAt), incrementals);
  }
}
