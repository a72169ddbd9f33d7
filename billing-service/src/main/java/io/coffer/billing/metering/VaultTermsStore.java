package io.coffer.billing.metering;

import io.coffer.messaging.envelope.Envelope;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The terms of vaults, all that there ever were. */
@ApplicationScoped
class VaultTermsStore implements PanacheRepositoryBase<VaultTermsRow, VaultTermsRow.Key> {

  private static final String IN_AN_HOUR =
      "from VaultTermsRow t where t.project = ?1 and t.vaultId >= ?2 and t.vaultId < ?3"
          + " and t.at < ?5 and (t.at >= ?4 or not exists (select 1 from VaultTermsRow l"
          + " where l.project = ?1 and l.vaultId = t.vaultId and l.seq > t.seq and l.at < ?4))"
          + " and not exists (select 1 from VaultTermsRow e where e.vaultId = t.vaultId"
          + " and e.ended = true and e.at < ?4)";

  private static final String IDS =
      "select distinct t.vaultId from VaultTermsRow t where t.project = ?1 and t.vaultId >= ?2"
          + " and t.vaultId < ?3 order by t.vaultId";

  private static final String NEWEST =
      "from VaultTermsRow t where t.project in ?1"
          + " and (t.project > ?2 or t.project = ?2 and t.vaultId > ?3)"
          + " and not exists (select 1 from VaultTermsRow l where l.project = t.project"
          + " and l.vaultId = t.vaultId and l.seq > t.seq) order by t.project, t.vaultId";

  /** For so many vaults there is room in memory, and for what is ordered for them. */
  private static final int AT_A_TIME = 1_000;

  /** Notes an event, which is folded once; null terms for the end of the vault. */
  Uni<Void> add(Envelope event, UUID vaultId, Instant at, VaultTerms terms) {
    VaultTermsRow row = new VaultTermsRow();
    row.project = event.project();
    row.vaultId = vaultId;
    row.at = at;
    row.seq = event.seq();
    row.ended = terms == null;
    row.terms = terms;
    return persist(row).replaceWithVoid();
  }

  /**
   * Vaults of these projects that are there and, by their newest terms, paid by use: some behind
   * this one.
   */
  Uni<PaidByUse.Piece> paidByUse(List<String> projects, PaidByUse.Metered last) {
    return find(NEWEST, projects, last.project(), last.vaultId())
        .page(0, AT_A_TIME)
        .list()
        .map(
            rows ->
                new PaidByUse.Piece(
                    rows.stream()
                        .filter(row -> !row.ended && !row.terms.prePaid())
                        .map(VaultTermsRow::metered)
                        .toList(),
                    rows.size() < AT_A_TIME ? null : rows.get(AT_A_TIME - 1).metered()));
  }

  /** So many vaults that a project has or had, the first of these. */
  Uni<VaultRange> first(int many, String project, VaultRange vaults) {
    return getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(IDS, UUID.class)
                    .setParameter(1, project)
                    .setParameter(2, vaults.first())
                    .setParameter(3, vaults.end())
                    .setFirstResult(many)
                    .setMaxResults(1)
                    .getResultList())
        .map(next -> next.isEmpty() ? vaults : new VaultRange(vaults.from(), next.get(0)));
  }

  /** The terms that these vaults have when an hour begins, and those that they get in it. */
  Uni<List<UsageChange.Terms>> inHour(
      String project, VaultRange vaults, Instant begin, Instant end) {
    return list(IN_AN_HOUR, project, vaults.first(), vaults.end(), begin, end)
        .map(rows -> rows.stream().map(VaultTermsRow::change).toList());
  }
}
