package io.coffer.billing.metering;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which hours are due, as the thread that has them closed sees it: on connections of its own,
 * before any message. Blocks.
 */
@ApplicationScoped
public class NextHourTable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A lease that reaches too far was taken before the database's clock went back. */
  private static final String CLAIM =
      """
      with due as (
        select project from plumbing.next_hour
        where hour < $1
          and (leased_until is null
            or not leased_until between clock_timestamp()
              and clock_timestamp() + $3 * interval '1 millisecond')
        order by hour limit $2 for update skip locked)
      update plumbing.next_hour n
      set leased_until = clock_timestamp() + $3 * interval '1 millisecond'
      from due where n.project = due.project
      returning n.project, n.hour, n.vault_seq, n.billing_seq
      """;

  private static final String PASS =
      """
      update plumbing.next_hour set hour = hour + interval '1 hour', leased_until = null
      where project = $1 and hour = $2 and vault_seq = $3 and billing_seq = $4
      """;

  /** Nothing is to come while there is no vault. */
  private static final String REST =
      """
      delete from plumbing.next_hour n
      where n.project = $1 and n.vault_seq = $2 and n.billing_seq = $3
        and not exists (select 1 from store.metered_vault v where v.project = n.project)
        and not exists (
          select 1 from store.vault_terms t where t.project = n.project and t.at >= n.hour)
      """;

  private final Pool pool;

  NextHourTable(Pool pool) {
    this.pool = pool;
  }

  /** An hour that is due, and whose lease nobody else has. */
  public record Due(String project, Instant hour, long vaultSeq, long billingSeq) {}

  /** Leases hours that began before this moment, the oldest first; one of a project. */
  public List<Due> claim(Instant before, int most, Duration lease) {
    return rows(CLAIM, Tuple.of(before.atOffset(ZoneOffset.UTC), most, lease.toMillis()))
        .map(NextHourTable::due)
        .toList();
  }

  /** The hour is closed with all that was known; if more is known now, it is due again. */
  public void passed(Due due) {
    rows(
        PASS,
        Tuple.of(
            due.project(), due.hour().atOffset(ZoneOffset.UTC), due.vaultSeq(), due.billingSeq()));
    rows(REST, Tuple.of(due.project(), due.vaultSeq(), due.billingSeq()));
  }

  private Stream<Row> rows(String sql, Tuple parameters) {
    return StreamSupport.stream(
        pool.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE).spliterator(), false);
  }

  private static Due due(Row row) {
    return new Due(
        row.getString(0), row.getOffsetDateTime(1).toInstant(), row.getLong(2), row.getLong(3));
  }
}
