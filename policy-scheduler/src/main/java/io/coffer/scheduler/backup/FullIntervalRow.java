package io.coffer.scheduler.backup;

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

  FullInterval interval() {
    return new FullInterval(Optional.of(lastFullAt), incrementals);
  }
}
