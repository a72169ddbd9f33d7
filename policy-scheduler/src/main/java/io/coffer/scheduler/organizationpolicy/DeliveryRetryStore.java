package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryEnded;
import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryStarted;
import io.coffer.messaging.dispatch.Sequence;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** When orders to take a policy, or to let it go, that are not fulfilled are given again. */
@ApplicationScoped
class DeliveryRetryStore implements PanacheRepositoryBase<DeliveryRetryRow, UUID> {

  /** An order was given: it is given again if nothing is heard of it. */
  Uni<Void> started(DeliveryStarted event, String domain) {
    return Sequence.each(
            event.projects(), project -> started(event, project.projectId(), domain, false))
        .chain(
            () ->
                Sequence.each(
                    event.leavingProjectIds(), project -> started(event, project, domain, true)));
  }

  /** The revision of the order to let the policy go that a project has not answered; or null. */
  Uni<Long> leaving(String domain, UUID organizationPolicyId, String project) {
    return findById(DerivedId.delivered(organizationPolicyId, project))
        .map(
            row ->
                row == null || !row.leaving || !row.domainId.equals(domain) ? null : row.revision);
  }

  /** It was answered: a refusal is asked about again, the later the more there were. */
  Uni<Void> ended(DeliveryEnded event) {
    UUID id = DerivedId.delivered(event.organizationPolicyId(), event.projectId());
    return event.error() == null
        ? deleteById(id).replaceWithVoid()
        : findById(id)
            .onItem()
            .ifNotNull()
            .invoke(
                row -> {
                  row.refusals++;
                  row.unanswered = 0;
                  row.dueAt = event.endedAt().plus(RetryPause.after(row.refusals));
                })
            .replaceWithVoid();
  }

  /** What was refused was another policy than it is now. */
  Uni<Void> changed(UUID organizationPolicyId) {
    return list("organizationPolicyId", organizationPolicyId)
        .invoke(rows -> rows.forEach(DeliveryRetryStore::beginAnew))
        .replaceWithVoid();
  }

  private static void beginAnew(DeliveryRetryRow row) {
    row.refusals = 0;
    row.unanswered = 0;
  }

  private Uni<Void> started(DeliveryStarted event, String project, String domain, boolean leaving) {
    UUID id = DerivedId.delivered(event.organizationPolicyId(), project);
    return findById(id)
        .chain(
            known -> {
              DeliveryRetryRow row = known == null ? new DeliveryRetryRow() : known;
              if (row.leaving != leaving) {
                beginAnew(row);
              }
              row.leaving = leaving;
              row.revision = event.revision();
              row.unanswered++;
              row.dueAt = event.startedAt().plus(RetryPause.unanswered(row.unanswered));
              if (known != null) {
                return Uni.createFrom().voidItem();
              }
              row.id = id;
              row.domainId = domain;
              row.organizationPolicyId = event.organizationPolicyId();
              row.projectId = project;
              return persist(row).replaceWithVoid();
            });
  }
}
