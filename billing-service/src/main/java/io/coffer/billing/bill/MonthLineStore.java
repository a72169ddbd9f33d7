package io.coffer.billing.bill;

import io.coffer.billing.metering.VaultRange;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What months were charged for: their hours, added up where they are. */
@ApplicationScoped
class MonthLineStore {

  /** Hour by hour and line by line, by their keys, however many rows the planner expects. */
  private static final String LINES =
      """
      select u.vault_id, u.spec_code, u.measure, u.package_id, u.price,
        (select n.vault_name from store.usage_line n
          where n.hour_id = (select e.id from store.closed_hour e
              where e.project = :project and e.month = :month and e.hour = u.last)
            and n.vault_id = u.vault_id and n.spec_code = u.spec_code
            and n.measure = u.measure and n.package_id = u.package_id),
        cast(extract(epoch from u.first) as bigint), cast(extract(epoch from u.last) as bigint),
        u.byte_millis
      from (
        select l.vault_id, l.spec_code, l.measure, l.package_id, l.price,
          min(h.hour) as first, max(h.hour) as last, sum(l.byte_millis) as byte_millis
        from store.closed_hour h
        cross join lateral (
          select * from store.usage_line one where one.hour_id = h.id
            and one.vault_id >= :first and one.vault_id < :end offset 0) l
        where h.project = :project and h.month = :month
        group by l.vault_id, l.spec_code, l.measure, l.package_id, l.price) u
      """;

  /** The lines of these vaults in a month, in no order. */
  Uni<List<MonthLine>> of(String project, String month, VaultRange vaults) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(LINES, Object[].class)
                    .setParameter("project", project)
                    .setParameter("month", month)
                    .setParameter("first", vaults.first())
                    .setParameter("end", vaults.end())
                    .getResultList())
        .map(rows -> rows.stream().map(MonthLineStore::line).toList());
  }

  private static MonthLine line(Object[] row) {
    return new MonthLine(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        UsageLineStore.packageId((UUID) row[3]),
        (String) row[4],
        (String) row[5],
        hour(row[6]),
        hour(row[7]),
        (BigDecimal) row[8]);
  }

  private static Instant hour(Object seconds) {
    return Instant.ofEpochSecond(((Number) seconds).longValue());
  }
}
