package io.coffer.scheduler.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The newest that an account told a project of a policy, whether the policy is still there. */
@Entity
@Table(schema = "store", name = "delivered_policy")
class DeliveredPolicyRow {

  /** The policy's. */
  @Id UUID id;

  String projectId;

  UUID organizationPolicyId;

  long revision;
}
