package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryEnded;
import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryStarted;
import io.coffer.messaging.dispatch.Sequence;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** When deliveries that are not fulfilled are ordered again. */
@ApplicationScoped
class DeliveryRetryStore implements PanacheRepositoryBase<DeliveryRetryRow, UUID> {

  /** An order was given: it is given again if nothing is heard of it. */
  Uni<Void> started(DeliveryStarted event, String domain) {
    UUID policy = event.organizationPolicyId();
    return Sequence.each(event.projects(), project -> started(event, project.projectId(), domain))
        .chain(
            () ->
                Sequence.each(
                    event.leavingProjectIds(),
                    project -> deleteById(DerivedId.delivered(policy, project)).replaceWithVoid()));
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
                  row.dueAt = event.endedAt().plus(RetryPause.after(row.refusals));
                })
            .replaceWithVoid();
  }

  /** What was refused was another policy than it is now. */
  Uni<Void> changed(UUID organizationPolicyId) {
    return list("organizationPolicyId", organizationPolicyId)
        .invoke(rows -> rows.forEach(row -> row.refusals = 0))
        .replaceWithVoid();
  }

  private Uni<Void> started(DeliveryStarted event, String project, String domain) {
    UUID id = DerivedId.delivered(event.organizationPolicyId(), project);
    return findById(id)
        .chain(
            known -> {
              DeliveryRetryRow row = known == null ? new DeliveryRetryRow() : known;
              row.revision = event.revision();
              row.dueAt = event.startedAt().plus(RetryPause.UNANSWERED);
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
