package io.coffer.billing.metering;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** An event that changed the terms of a vault. */
@Entity
@Table(schema = "store", name = "vault_terms")
@IdClass(VaultTermsRow.Key.class)
class VaultTermsRow {

  @Id String project;

  @Id UUID vaultId;

  /** The number of the event, of which a project has one. */
  @Id long seq;

  Instant at;

  boolean ended;

  @Convert(converter = VaultTermsColumn.class)
  VaultTerms terms;

  UsageChange.Terms change() {
    return new UsageChange.Terms(vaultId, at, seq, ended ? null : terms);
  }

  PaidByUse.Metered metered() {
    return new PaidByUse.Metered(project, vaultId);
  }

  record Key(String project, UUID vaultId, long seq) implements Serializable {}
}
