package io.coffer.billing.metering;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A backup that completed and is not deleted. */
@Entity
@Table(schema = "store", name = "counted_backup")
class CountedBackupRow {

  @Id UUID backupId;

  UUID vaultId;
}
