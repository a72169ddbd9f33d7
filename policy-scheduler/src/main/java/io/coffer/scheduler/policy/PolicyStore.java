package io.coffer.scheduler.policy;

import io.coffer.contracts.policy.PolicyEvent.PolicyCreated;
import io.coffer.contracts.policy.PolicyEvent.PolicyDeleted;
import io.coffer.contracts.policy.PolicyEvent.PolicyDelivered;
import io.coffer.contracts.policy.PolicyEvent.PolicyUpdated;
import io.coffer.owner.store.ProjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The policies, each of which its own project sees alone. */
@ApplicationScoped
public class PolicyStore implements ProjectStore<PolicyRow> {

  /** The policy if it is this project's; else null, as if it were not there. */
  public Uni<PolicyState> state(String project, UUID id) {
    return of(project, id).onItem().ifNotNull().transform(PolicyRow::state);
  }

  /** Those of these policies that are there and this project's. */
  public Uni<List<PolicyState>> states(String project, List<UUID> ids) {
    return list("projectId = ?1 and id in ?2", project, ids)
        .map(rows -> rows.stream().map(PolicyRow::state).toList());
  }

  /** How many policies of a type a project has. */
  public Uni<Long> numberOf(String project, String operationType) {
    return count("projectId = ?1 and operationType = ?2", project, operationType);
  }

  Uni<Void> created(PolicyCreated event, String project) {
    PolicyRow row = new PolicyRow();
    row.id = event.policyId();
    row.projectId = project;
    row.choose(event.settings());
    row.createdAt = event.createdAt();
    row.updatedAt = event.createdAt();
    return persist(row).replaceWithVoid();
  }

  Uni<Void> updated(PolicyUpdated event, String project) {
    return one(project, event.policyId())
        .invoke(
            row -> {
              row.choose(event.settings());
              row.updatedAt = event.updatedAt();
            })
        .replaceWithVoid();
  }

  /** It was delivered by an organizational policy. Nothing where it was refused. */
  Uni<Void> delivered(PolicyDelivered event) {
    return findById(event.policyId())
        .onItem()
        .ifNotNull()
        .invoke(row -> row.organizationPolicyId = event.organizationPolicyId())
        .replaceWithVoid();
  }

  Uni<Void> deleted(PolicyDeleted event, String project) {
    return one(project, event.policyId()).chain(this::delete);
  }
}
