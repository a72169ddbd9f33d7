package io.coffer.billing.metering;

import static java.util.stream.Collectors.toMap;

import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.envelope.Envelope;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** What vaults use over time. */
@ApplicationScoped
public class UsageStore implements PanacheRepositoryBase<UsageChangeRow, UUID> {

  private static final String OF_THESE =
      " from UsageChangeRow c where c.project = ?1 and c.vaultId >= ?2 and c.vaultId < ?3";

  private static final String LEVELS =
      "select c.vaultId, sum(c.delta)"
          + OF_THESE
          + " and c.at < ?4 and not exists (select 1 from VaultTermsRow e"
          + " where e.vaultId = c.vaultId and e.ended = true and e.at < ?4) group by c.vaultId";

  private static final String CHANGES =
      "select c.eventId, c.vaultId, c.at, c.delta" + OF_THESE + " and c.at >= ?4 and c.at < ?5";

  private static final BinaryOperator<UsageChange.Terms> LATER =
      BinaryOperator.maxBy(Comparator.comparingLong(UsageChange.Terms::seq));

  private final VaultTermsStore terms;

  UsageStore(VaultTermsStore terms) {
    this.terms = terms;
  }

  /** What each of these vaults of a project used in the hour that begins then. */
  public Uni<List<VaultUsage>> hour(String project, VaultRange vaults, Instant begin) {
    Instant end = begin.plus(Meter.HOUR);
    return Loading.of(terms.inHour(project, vaults, begin, end))
        .then(known -> bytes(project, vaults, begin))
        .then((known, bytes) -> changes(project, vaults, begin, end))
        .as(
            (known, bytes, changes) ->
                Meter.hour(
                    begin,
                    levels(known, bytes, begin),
                    Stream.concat(known.stream(), changes.stream()).toList()));
  }

  /** So many vaults that a project has or had, the first of these. */
  public Uni<VaultRange> first(int many, String project, VaultRange vaults) {
    return terms.first(many, project, vaults);
  }

  /** Notes that an event, which is folded once, changed how much is stored. */
  Uni<Void> add(Envelope event, UUID vaultId, Instant at, long delta) {
    if (delta == 0) {
      return Uni.createFrom().voidItem();
    }
    UsageChangeRow row = new UsageChangeRow();
    row.eventId = event.id();
    row.project = event.project();
    row.vaultId = vaultId;
    row.at = at;
    row.delta = delta;
    return persist(row).replaceWithVoid();
  }

  private Uni<Map<UUID, Long>> bytes(String project, VaultRange vaults, Instant before) {
    return getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(LEVELS, Object[].class)
                    .setParameter(1, project)
                    .setParameter(2, vaults.first())
                    .setParameter(3, vaults.end())
                    .setParameter(4, before)
                    .getResultList())
        .map(rows -> rows.stream().collect(toMap(row -> (UUID) row[0], row -> (Long) row[1])));
  }

  private Uni<List<UsageChange.Bytes>> changes(
      String project, VaultRange vaults, Instant begin, Instant end) {
    return getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(CHANGES, UsageChange.Bytes.class)
                    .setParameter(1, project)
                    .setParameter(2, vaults.first())
                    .setParameter(3, vaults.end())
                    .setParameter(4, begin)
                    .setParameter(5, end)
                    .getResultList());
  }

  private static List<VaultLevel> levels(
      List<UsageChange.Terms> known, Map<UUID, Long> bytes, Instant begin) {
    Map<UUID, UsageChange.Terms> latest = new HashMap<>();
    known.stream()
        .filter(one -> one.at().isBefore(begin))
        .forEach(one -> latest.merge(one.vaultId(), one, LATER));
    return Stream.concat(latest.keySet().stream(), bytes.keySet().stream())
        .distinct()
        .map(
            id -> {
              UsageChange.Terms held = latest.get(id);
              return new VaultLevel(
                  id,
                  bytes.getOrDefault(id, 0L),
                  held == null ? 0 : held.seq(),
                  held == null ? null : held.terms());
            })
        .toList();
  }
}
