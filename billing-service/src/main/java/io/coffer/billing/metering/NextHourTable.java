package io.coffer.billing.metering;

import io.coffer.messaging.round.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Which hours are due, as the loop that has them closed sees it. Blocks. */
@ApplicationScoped
public class NextHourTable {

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

  private final BlockingSql sql;

  NextHourTable(Pool pool) {
    sql = new BlockingSql(pool);
  }

  /** An hour that is due, and whose lease nobody else has. */
  public record Due(String project, Instant hour, long vaultSeq, long billingSeq) {}

  /** Leases hours that began before this moment, the oldest first; one of a project. */
  public List<Due> claim(Instant before, int most, Duration lease) {
    return sql.rows(CLAIM, NextHourTable::due, before, most, lease.toMillis());
  }

  /** The hour is closed with all that was known; if more is known now, it is due again. */
  public void passed(Due due) {
    sql.change(PASS, due.project(), due.hour(), due.vaultSeq(), due.billingSeq());
    sql.change(REST, due.project(), due.vaultSeq(), due.billingSeq());
  }

  private static Due due(Row row) {
    return new Due(row.getString(0), BlockingSql.moment(row, 1), row.getLong(2), row.getLong(3));
  }
}
