package io.coffer.billing.metering;

import io.coffer.contracts.DerivedId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What the backups of one resource in one vault take up. */
@Entity
@Table(schema = "store", name = "storage_usage")
class StorageUsageRow {

  @Id UUID id;

  String project;

  @Column(name = "vault_id")
  UUID vaultId;

  @Column(name = "multi_az")
  boolean multiAz;

  @Column(name = "resource_id")
  String resourceId;

  @Column(name = "resource_type")
  String resourceType;

  @Column(name = "resource_name")
  String resourceName;

  @Column(name = "backup_count")
  int backupCount;

  @Column(name = "stored_bytes")
  long storedBytes;

  static UUID idOf(UUID vaultId, String resourceId) {
    return DerivedId.of(vaultId, resourceId);
  }

  void add(int backups, long bytes) {
    backupCount += backups;
    storedBytes += bytes;
  }
}
