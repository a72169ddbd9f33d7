package io.coffer.billing.lifetime;

import io.coffer.messaging.round.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The subscriptions whose time has come, as the loop sees them. Blocks. */
@ApplicationScoped
class DueTable {

  /** Those that something paid is being done about wait for that. */
  private static final String PAGE =
      """
      select s.project_id, s.id, s.due_at, s.moves from store.subscription s
      where s.due_at <= $1 and (s.due_at, s.id) > ($2, $3) and not exists (
        select 1 from store.customer_order o
        where o.id = s.busy_with and o.status = 'PROCESSING')
      order by s.due_at, s.id limit 100
      """;

  private static final Due BEFORE_ALL = new Due("", BlockingSql.BEFORE_ALL, Instant.EPOCH, 0);

  private final BlockingSql sql;

  DueTable(Pool pool) {
    sql = new BlockingSql(pool);
  }

  /** A subscription that something is to be done about. */
  record Due(String domain, UUID resourceId, Instant dueAt, int moves) {}

  /** Those that have waited for longest, behind the last one; from the first one on for null. */
  List<Due> due(Instant now, Due last) {
    Due before = last == null ? BEFORE_ALL : last;
    return sql.rows(PAGE, DueTable::due, now, before.dueAt(), before.resourceId());
  }

  private static Due due(Row row) {
    return new Due(row.getString(0), row.getUUID(1), BlockingSql.moment(row, 2), row.getInteger(3));
  }
}
