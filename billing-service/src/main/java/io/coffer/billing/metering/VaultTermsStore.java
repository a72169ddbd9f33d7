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

  /** The terms until a moment of vaults that had not ended before another one. */
  Uni<List<UsageChange.Terms>> until(String project, Instant ended, Instant end) {
    return list(BEFORE, project, ended, end)
        .map(rows -> rows.stream().map(VaultTermsRow::change).toList());
  }
}
