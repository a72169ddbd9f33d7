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
class VaultTermsStore implements PanacheRepositoryBase<VaultTermsRow, UUID> {

  private static final String BEFORE =
      "from VaultTermsRow t where t.project = ?1 and t.at < ?3 and not exists (select 1 from"
          + " VaultTermsRow e where e.vaultId = t.vaultId and e.ended = true and e.at < ?2)";

  private static final String NEWEST =
      "from VaultTermsRow t where t.project in ?1 and not exists (select 1 from VaultTermsRow l"
          + " where l.vaultId = t.vaultId and l.seq > t.seq) order by t.project, t.vaultId";

  /** Notes an event, which is folded once; null terms for the end of the vault. */
  Uni<Void> add(Envelope event, UUID vaultId, Instant at, VaultTerms terms) {
    VaultTermsRow row = new VaultTermsRow();
    row.eventId = event.id();
    row.project = event.project();
    row.vaultId = vaultId;
    row.at = at;
    row.seq = event.seq();
    row.ended = terms == null;
    row.terms = terms;
    return persist(row).replaceWithVoid();
  }

  /** The vaults of these projects that are there and, by their newest terms, paid by use. */
  Uni<List<PaidByUse.Metered>> paidByUse(List<String> projects) {
    return list(NEWEST, projects)
        .map(
            rows ->
                rows.stream()
                    .filter(row -> !row.ended && !row.terms.prePaid())
                    .map(row -> new PaidByUse.Metered(row.project, row.vaultId))
                    .toList());
  }

  /** The terms until a moment of vaults that had not ended before another one. */
  Uni<List<UsageChange.Terms>> until(String project, Instant ended, Instant end) {
    return list(BEFORE, project, ended, end)
        .map(rows -> rows.stream().map(VaultTermsRow::change).toList());
  }
}
