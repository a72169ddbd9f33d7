package io.coffer.scheduler.calendar;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.policy.PolicyEvent.PolicyFired;
import io.coffer.messaging.dispatch.Sequence;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What became of the moments of policies, for more than a year. */
@ApplicationScoped
public class FireStore implements PanacheRepositoryBase<FireRow, UUID> {

  private static final Duration KEPT = Duration.ofDays(400);

  /** The last moments of a policy after this one that something was done about, by vault. */
  Uni<Map<UUID, Instant>> newest(UUID policyId, List<UUID> vaults, Instant from) {
    String hql =
        "select r.vaultId, max(r.moment) from FireRow r"
            + " where r.policyId = :policy and r.vaultId in :vaults and r.moment > :from"
            + " group by r.vaultId";
    return getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(hql, Object[].class)
                    .setParameter("policy", policyId)
                    .setParameter("vaults", vaults)
                    .setParameter("from", from)
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1])));
  }

  /** The last things that became of moments of a policy of this project, the newest first. */
  public Uni<List<Fired>> ofPolicy(String project, UUID policyId, int most) {
    return find("projectId = ?1 and policyId = ?2 order by moment desc, id", project, policyId)
        .range(0, most - 1)
        .list()
        .map(rows -> rows.stream().map(FireRow::fired).toList());
  }

  Uni<Void> fired(PolicyFired event, String project) {
    return Sequence.each(event.resourceIds(), id -> told(row(event, project, id)))
        .chain(
            () ->
                delete(
                    "policyId = ?1 and vaultId = ?2 and moment < ?3",
                    event.policyId(),
                    event.vaultId(),
                    event.moment().minus(KEPT)))
        .replaceWithVoid();
  }

  private Uni<Void> told(FireRow row) {
    return persist(row).replaceWithVoid();
  }

  private static FireRow row(PolicyFired event, String project, String resourceId) {
    FireRow row = new FireRow();
    row.id = DerivedId.task(event.commandId(), resourceId);
    row.projectId = project;
    row.policyId = event.policyId();
    row.vaultId = event.vaultId();
    row.resourceId = resourceId;
    row.moment = event.moment();
    row.commandId = event.commandId();
    row.skipped = event.skipped();
    row.firedAt = event.firedAt();
    return row;
  }
}
