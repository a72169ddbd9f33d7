package io.coffer.scheduler.backup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A backup of a resource, as its owner tells of it. */
@Entity
@Table(schema = "store", name = "backup")
class BackupRow {

  @Id UUID id;

  String projectId;

  UUID vaultId;

  String resourceId;

  String resourceName;

  String name;

  /** A word of the owner's. */
  String status;

  boolean automatic;

  boolean incremental;

  long storedBytes;

  Instant takenAt;

  Instant expiredAt;
}
