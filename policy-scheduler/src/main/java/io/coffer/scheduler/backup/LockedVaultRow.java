package io.coffer.scheduler.backup;

import io.coffer.owner.store.ProjectRow;
import io.coffer.policy.retention.Guard;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.Set;

/** A vault whose backups must stay. */
@Entity
@Table(schema = "store", name = "locked_vault")
class LockedVaultRow extends ProjectRow {

  boolean locked;

  boolean frozen;

  /** What its backups must stay for; empty where they need not. */
  Set<Guard> guards() {
    Set<Guard> guards = EnumSet.noneOf(Guard.class);
    if (locked) {
      guards.add(Guard.VAULT_LOCKED);
    }
    if (frozen) {
      guards.add(Guard.VAULT_FROZEN);
    }
    return guards;
  }
}
