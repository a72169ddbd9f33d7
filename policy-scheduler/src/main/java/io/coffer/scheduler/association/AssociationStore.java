package io.coffer.scheduler.association;

import io.coffer.contracts.policy.PolicyEvent.PolicyApplied;
import io.coffer.contracts.policy.PolicyEvent.PolicyRemoved;
import io.coffer.owner.store.Many;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which policy is applied to which vault. */
@ApplicationScoped
public class AssociationStore implements PanacheRepositoryBase<AssociationRow, UUID> {

  private static final String VAULTS =
      "select r.vaultId from AssociationRow r"
          + " where r.projectId = :project and r.policyId = :policy order by r.appliedAt, r.vaultId";

  /** What is applied to a vault of this project. */
  public Uni<List<Association>> ofVault(String project, UUID vaultId) {
    return associations(list("projectId = ?1 and vaultId = ?2", project, vaultId));
  }

  /** Since when the policy is applied to the vault; null where it is not. */
  public Uni<Instant> since(String project, UUID vaultId, UUID policyId) {
    return find("projectId = ?1 and vaultId = ?2 and policyId = ?3", project, vaultId, policyId)
        .firstResult()
        .map(row -> row == null ? null : row.appliedAt);
  }

  /** Where the policy is applied, the longest first, so many at most. */
  public Uni<List<Association>> ofPolicy(String project, UUID policyId, int most) {
    return associations(
        find("projectId = ?1 and policyId = ?2 order by appliedAt, vaultId", project, policyId)
            .page(0, most)
            .list());
  }

  /** The vaults that the policy is applied to, the longest first. */
  public Uni<List<UUID>> vaultsOf(String project, UUID policyId) {
    return getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(VAULTS, UUID.class)
                    .setParameter("project", project)
                    .setParameter("policy", policyId)
                    .getResultList());
  }

  /** Where these policies are applied, the longest first; null when that is more than so many. */
  public Uni<List<Association>> ofPolicies(String project, Collection<UUID> policyIds, int most) {
    return policyIds.isEmpty()
        ? Uni.createFrom().item(List.of())
        : associations(
                find(
                        "projectId = ?1 and policyId in ?2 order by appliedAt, vaultId",
                        project,
                        policyIds)
                    .range(0, most)
                    .list())
            .map(found -> found.size() > most ? null : found);
  }

  /** Whether the policy is applied anywhere. */
  public Uni<Boolean> isApplied(String project, UUID policyId) {
    return find("projectId = ?1 and policyId = ?2", project, policyId)
        .page(0, 1)
        .list()
        .map(rows -> !rows.isEmpty());
  }

  public Uni<Void> applied(PolicyApplied event, String project) {
    UUID id = AssociationRow.idOf(event);
    return findById(id)
        .chain(
            row -> {
              if (row != null) {
                row.apply(event);
                return Uni.createFrom().item(row);
              }
              AssociationRow made = new AssociationRow();
              made.id = id;
              made.projectId = project;
              made.vaultId = event.vaultId();
              made.operationType = event.operationType();
              made.apply(event);
              return persist(made);
            })
        .replaceWithVoid();
  }

  public Uni<Void> removed(PolicyRemoved event) {
    return Many.remove(this, "vaultId = ?1 and policyId = ?2", event.vaultId(), event.policyId());
  }

  /** The policy is gone, and with it all that it was applied to. */
  public Uni<Void> policyDeleted(UUID policyId) {
    return Many.remove(this, "policyId", policyId);
  }

  private static Uni<List<Association>> associations(Uni<List<AssociationRow>> found) {
    return found.map(rows -> rows.stream().map(AssociationRow::association).toList());
  }
}
