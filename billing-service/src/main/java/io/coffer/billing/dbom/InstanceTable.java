package io.coffer.billing.dbom;

import io.coffer.messaging.round.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The instances that are on their way, as the loop sees them. Blocks. */
@ApplicationScoped
class InstanceTable {

  private static final String PAGE =
      """
      select project_id, id, status, status_since from store.dbom_instance
      where status not in ('RUNNING', 'STOPPED', 'ERROR') and (status_since, id) > ($1, $2)
      order by status_since, id limit 100
      """;

  private static final Underway BEFORE_ALL =
      new Underway("", BlockingSql.BEFORE_ALL, null, Instant.EPOCH);

  private final BlockingSql sql;

  InstanceTable(Pool pool) {
    sql = new BlockingSql(pool);
  }

  /** An instance that is on its way. */
  record Underway(String project, UUID id, InstanceStatus status, Instant since) {}

  /** Those that have been for longest, behind the last one; from the first one on for null. */
  List<Underway> underway(Underway last) {
    Underway before = last == null ? BEFORE_ALL : last;
    return sql.rows(PAGE, InstanceTable::underway, before.since(), before.id());
  }

  private static Underway underway(Row row) {
    return new Underway(
        row.getString(0),
        row.getUUID(1),
        InstanceStatus.valueOf(row.getString(2)),
        BlockingSql.moment(row, 3));
  }
}
