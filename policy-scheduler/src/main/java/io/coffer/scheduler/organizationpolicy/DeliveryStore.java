package io.coffer.scheduler.organizationpolicy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryEnded;
import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryStarted;
import io.coffer.contracts.policy.OrganizationProject;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.owner.store.ProjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How projects took organizational policies. */
@ApplicationScoped
class DeliveryStore implements ProjectStore<DeliveryRow> {

  /** Those of one policy of this account, by project. */
  Uni<List<Delivery>> ofPolicy(String domain, UUID organizationPolicyId) {
    return ofPolicies(domain, List.of(organizationPolicyId))
        .map(all -> all.getOrDefault(organizationPolicyId, List.of()));
  }

  /** Those of these policies of this account. */
  Uni<Map<UUID, List<Delivery>>> ofPolicies(String domain, Collection<UUID> ids) {
    return list(
            "projectId = ?1 and organizationPolicyId in ?2 order by memberProjectId", domain, ids)
        .map(DeliveryStore::byPolicy);
  }

  /** All of this account. */
  Uni<Map<UUID, List<Delivery>>> of(String domain) {
    return list("projectId = ?1 order by memberProjectId", domain).map(DeliveryStore::byPolicy);
  }

  /** How a project of the account stands to a policy; null where it has nothing to do with it. */
  Uni<Delivery> one(String domain, UUID organizationPolicyId, String project) {
    return of(domain, DerivedId.delivered(organizationPolicyId, project))
        .onItem()
        .ifNotNull()
        .transform(DeliveryRow::delivery);
  }

  Uni<Void> started(DeliveryStarted event, String domain) {
    UUID policy = event.organizationPolicyId();
    return Sequence.each(event.projects(), project -> started(event, project, domain))
        .chain(
            () ->
                Sequence.each(
                    event.leavingProjectIds(),
                    project -> deleteById(DerivedId.delivered(policy, project)).replaceWithVoid()));
  }

  Uni<Void> ended(DeliveryEnded event) {
    return findById(DerivedId.delivered(event.organizationPolicyId(), event.projectId()))
        .onItem()
        .ifNotNull() // a project that let it go has none
        .invoke(
            row -> {
              row.status = event.error() == null ? Delivery.AVAILABLE : Delivery.ERROR;
              row.error = event.error();
            })
        .replaceWithVoid();
  }

  private Uni<Void> started(DeliveryStarted event, OrganizationProject project, String domain) {
    UUID id = DerivedId.delivered(event.organizationPolicyId(), project.projectId());
    return findById(id)
        .chain(
            known -> {
              DeliveryRow row = known == null ? new DeliveryRow() : known;
              row.project = project;
              row.revision = event.revision();
              row.status = Delivery.SYNCING;
              row.error = null;
              if (known != null) {
                return Uni.createFrom().voidItem();
              }
              row.id = id;
              row.projectId = domain;
              row.organizationPolicyId = event.organizationPolicyId();
              row.memberProjectId = project.projectId();
              return persist(row).replaceWithVoid();
            });
  }

  private static Map<UUID, List<Delivery>> byPolicy(List<DeliveryRow> rows) {
    return rows.stream()
        .collect(
            groupingBy(row -> row.organizationPolicyId, mapping(DeliveryRow::delivery, toList())));
  }
}
