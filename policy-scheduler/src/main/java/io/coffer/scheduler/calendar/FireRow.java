package io.coffer.scheduler.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What became of a moment of a policy for one resource: backups were ordered, or were not. */
@Entity
@Table(schema = "store", name = "fire")
class FireRow {

  /** The task's. */
  @Id UUID id;

  String projectId;

  UUID policyId;

  UUID vaultId;

  String resourceId;

  Instant moment;

  UUID commandId;

  String skipped;

  Instant firedAt;

  Fired fired() {
    return new Fired(id, vaultId, resourceId, moment, skipped, firedAt);
  }
}
