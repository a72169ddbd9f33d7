package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicyEvent.PolicyDelivered;
import io.coffer.contracts.policy.PolicyEvent.PolicyWithdrawn;
import io.coffer.owner.store.ProjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** How much of what accounts order of a project it has seen. */
@ApplicationScoped
class DeliveredPolicyStore implements ProjectStore<DeliveredPolicyRow> {

  /** The newest revision of a policy that came to this project; 0 for none. */
  Uni<Long> revision(String project, UUID policyId) {
    return of(project, policyId).map(row -> row == null ? 0 : row.revision);
  }

  Uni<Void> delivered(PolicyDelivered event, String project) {
    return seen(event.policyId(), event.organizationPolicyId(), event.revision(), project);
  }

  Uni<Void> withdrawn(PolicyWithdrawn event, String project) {
    return seen(event.policyId(), event.organizationPolicyId(), event.revision(), project);
  }

  private Uni<Void> seen(UUID policyId, UUID by, long revision, String project) {
    return findById(policyId)
        .chain(
            known -> {
              if (known != null) {
                known.revision = Math.max(known.revision, revision); // one given up on may be older
                return Uni.createFrom().voidItem();
              }
              DeliveredPolicyRow row = new DeliveredPolicyRow();
              row.id = policyId;
              row.projectId = project;
              row.organizationPolicyId = by;
              row.revision = revision;
              return persist(row).replaceWithVoid();
            });
  }
}
