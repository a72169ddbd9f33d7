package io.coffer.billing.metering;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A vault that exists. */
@Entity
@Table(schema = "store", name = "metered_vault")
class MeteredVaultRow {

  @Id UUID vaultId;

  String project;

  boolean multiAz;
}
