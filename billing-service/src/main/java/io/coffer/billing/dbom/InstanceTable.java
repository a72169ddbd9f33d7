package io.coffer.billing.dbom;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The instances that are on their way, as the loop sees them, on a connection of its own. */
@ApplicationScoped
class InstanceTable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String UNDERWAY =
      """
      select project_id, id, status, status_since from store.dbom_instance
      where status not in ('RUNNING', 'STOPPED', 'ERROR')
      order by status_since limit 100
      """;

  private final Pool pool;

  InstanceTable(Pool pool) {
    this.pool = pool;
  }

  /** An instance that is on its way. */
  record Underway(String project, UUID id, InstanceStatus status, Instant since) {}

  /** Those that have been for longest. Blocks. */
  List<Underway> underway() {
    return StreamSupport.stream(
            pool.query(UNDERWAY).execute().await().atMost(PATIENCE).spliterator(), false)
        .map(InstanceTable::underway)
        .toList();
  }

  private static Underway underway(Row row) {
    return new Underway(
        row.getString(0),
        row.getUUID(1),
        InstanceStatus.valueOf(row.getString(2)),
        row.getOffsetDateTime(3).toInstant());
  }
}
