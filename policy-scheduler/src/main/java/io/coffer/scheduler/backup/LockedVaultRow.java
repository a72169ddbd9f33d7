package io.coffer.scheduler.backup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A vault whose backups must stay. */
@Entity
@Table(schema = "store", name = "locked_vault")
class LockedVaultRow {

  @Id UUID id;

  String projectId;

  boolean locked;

  boolean frozen;

  /** Whether its backups must stay. */
  boolean keeps() {
    return locked || frozen;
  }
}
