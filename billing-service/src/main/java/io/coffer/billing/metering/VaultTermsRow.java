package io.coffer.billing.metering;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An event that changed the terms of a vault. */
@Entity
@Table(schema = "store", name = "vault_terms")
class VaultTermsRow {

  @Id UUID eventId;

  String project;

  UUID vaultId;

  Instant at;

  long seq;

  boolean ended;

  @Convert(converter = VaultTermsColumn.class)
  VaultTerms terms;

  UsageChange.Terms change() {
    return new UsageChange.Terms(eventId, vaultId, at, seq, ended ? null : terms);
  }

  PaidByUse.Metered metered() {
    return new PaidByUse.Metered(project, vaultId);
  }
}
