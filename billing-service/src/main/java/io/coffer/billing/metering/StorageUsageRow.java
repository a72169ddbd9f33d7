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

  @Column(name = "project")
  String projectId;

  UUID vaultId;

  boolean multiAz;

  String resourceId;

  String resourceType;

  String resourceName;

  int backupCount;

  long storedBytes;

  static UUID idOf(UUID vaultId, String resourceId) {
    return DerivedId.of(vaultId, resourceId);
  }

  void add(int backups, long bytes) {
    backupCount += backups;
    storedBytes += bytes;
  }
}
