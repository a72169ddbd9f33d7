package io.coffer.scheduler.organizationpolicy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** When an order to take a policy, or to let it go, that is not fulfilled is given again. */
@Entity
@Table(schema = "plumbing", name = "delivery_retry")
class DeliveryRetryRow {

  /** The delivery's. */
  @Id UUID id;

  String domainId;

  UUID organizationPolicyId;

  String projectId;

  long revision;

  /** Whether the project is to let the policy go. */
  boolean leaving;

  /** How many in a row were refused. */
  int refusals;

  /** How many in a row nothing was heard of. */
  int unanswered;

  Instant dueAt;
}
