package io.coffer.billing.metering;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An event that changed how much is stored in a vault. */
@Entity
@Table(schema = "store", name = "usage_change")
class UsageChangeRow {

  @Id UUID eventId;

  String project;

  UUID vaultId;

  Instant at;

  long delta;
}
