package io.coffer.scheduler.policy;

import io.coffer.owner.store.ProjectRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * The newest that an account told a project of a policy, under the id of the policy, whether it is
 * still there.
 */
@Entity
@Table(schema = "store", name = "delivered_policy")
class DeliveredPolicyRow extends ProjectRow {

  UUID organizationPolicyId;

  long revision;
}
