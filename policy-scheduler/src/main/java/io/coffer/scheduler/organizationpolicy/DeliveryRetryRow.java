package io.coffer.scheduler.organizationpolicy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** When a delivery that is not fulfilled is ordered again. */
@Entity
@Table(schema = "plumbing", name = "delivery_retry")
class DeliveryRetryRow {

  /** The delivery's. */
  @Id UUID id;

  String domainId;

  UUID organizationPolicyId;

  String projectId;

  long revision;

  int refusals;

  Instant dueAt;
}
