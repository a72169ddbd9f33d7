package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryStarted;
import io.coffer.contracts.policy.OrganizationPolicyEvent.OrganizationPolicyCreated;
import io.coffer.contracts.policy.OrganizationPolicyEvent.OrganizationPolicyUpdated;
import io.coffer.owner.store.ProjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The organizational policies. */
@ApplicationScoped
class OrganizationPolicyStore implements ProjectStore<OrganizationPolicyRow> {

  /** The policy if it is this account's; else null, as if it were not there. */
  Uni<OrganizationPolicyState> state(String domain, UUID id) {
    return of(domain, id).onItem().ifNotNull().transform(OrganizationPolicyRow::state);
  }

  /** All of this account. */
  Uni<List<OrganizationPolicyState>> states(String domain) {
    return list("projectId = ?1 order by id", domain)
        .map(rows -> rows.stream().map(OrganizationPolicyRow::state).toList());
  }

  /** How many policies of a type an account has. */
  Uni<Long> numberOf(String domain, String operationType) {
    return count("projectId = ?1 and operationType = ?2", domain, operationType);
  }

  Uni<Void> created(OrganizationPolicyCreated event, String domain) {
    OrganizationPolicyRow row = new OrganizationPolicyRow();
    row.id = event.organizationPolicyId();
    row.projectId = domain;
    row.domainName = event.domainName();
    row.operationType = event.settings().operationType();
    row.settings = event.settings();
    row.createdAt = event.createdAt();
    row.updatedAt = event.createdAt();
    return persist(row).replaceWithVoid();
  }

  Uni<Void> updated(OrganizationPolicyUpdated event) {
    return findById(event.organizationPolicyId())
        .invoke(
            row -> {
              row.settings = event.settings();
              row.updatedAt = event.updatedAt();
            })
        .replaceWithVoid();
  }

  Uni<Void> deliveryStarted(DeliveryStarted event) {
    return findById(event.organizationPolicyId())
        .onItem()
        .ifNotNull() // orders to let a policy go outlive it, and are counted by themselves
        .invoke(row -> row.revision = Math.max(row.revision, event.revision()))
        .replaceWithVoid();
  }

  Uni<Void> deleted(UUID id) {
    return deleteById(id).replaceWithVoid();
  }
}
