package io.coffer.billing.order;

import io.coffer.messaging.round.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The orders that nobody paid in time, as the loop sees them. Blocks. */
@ApplicationScoped
class OverdueTable {

  private static final String PAGE =
      """
      select project_id, id, pay_before from store.customer_order
      where status = 'UNPAID' and pay_before <= $1 and (pay_before, id) > ($2, $3)
      order by pay_before, id limit 100
      """;

  private static final Overdue BEFORE_ALL = new Overdue("", BlockingSql.BEFORE_ALL, Instant.EPOCH);

  private final BlockingSql sql;

  OverdueTable(Pool pool) {
    sql = new BlockingSql(pool);
  }

  /** An order that nobody paid in time. */
  record Overdue(String domain, UUID id, Instant payBefore) {}

  /** Those that were due first, behind the last one; from the first one on for null. */
  List<Overdue> due(Instant now, Overdue last) {
    Overdue before = last == null ? BEFORE_ALL : last;
    return sql.rows(PAGE, OverdueTable::overdue, now, before.payBefore(), before.id());
  }

  private static Overdue overdue(Row row) {
    return new Overdue(row.getString(0), row.getUUID(1), BlockingSql.moment(row, 2));
  }
}
