package io.coffer.billing.metering;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A vault whose backups lie in several zones. */
@Entity
@Table(schema = "store", name = "multi_az_vault")
class MultiAzVaultRow {

  @Id UUID vaultId;
}
