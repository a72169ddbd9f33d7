package io.coffer.billing.metering;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A vault that exists. */
@Entity
@Table(schema = "store", name = "metered_vault")
class MeteredVaultRow {

  @Id
  @Column(name = "vault_id")
  UUID vaultId;

  String project;

  @Column(name = "multi_az")
  boolean multiAz;
}
