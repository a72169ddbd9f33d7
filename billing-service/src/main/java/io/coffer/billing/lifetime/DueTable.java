package io.coffer.billing.lifetime;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** The subscriptions whose time has come, as the loop sees them, on a connection of its own. */
@ApplicationScoped
class DueTable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final UUID NOTHING = new UUID(0, 0);

  /** Those that something paid is being done about wait for that. */
  private static final String NEXT =
      """
      select s.project_id, s.id, s.due_at, s.moves from store.subscription s
      where s.due_at <= $1 and (s.due_at, s.id) > ($2, $3) and not exists (
        select 1 from store.customer_order o
        where o.id = s.busy_with and o.status = 'PROCESSING')
      order by s.due_at, s.id limit 1
      """;

  private final Pool pool;

  DueTable(Pool pool) {
    this.pool = pool;
  }

  /** A subscription that something is to be done about. */
  record Due(String domain, UUID resourceId, Instant dueAt, int moves) {}

  /** The one that has waited for longest; null for none. Blocks. */
  Due first(Instant now) {
    return next(Instant.EPOCH, NOTHING, now);
  }

  /** The next one after another; null for none. Blocks. */
  Due after(Due before, Instant now) {
    return next(before.dueAt(), before.resourceId(), now);
  }

  private Due next(Instant dueAt, UUID id, Instant now) {
    for (Row row :
        pool.preparedQuery(NEXT)
            .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), dueAt.atOffset(ZoneOffset.UTC), id))
            .await()
            .atMost(PATIENCE)) {
      return new Due(
          row.getString(0),
          row.getUUID(1),
          row.getOffsetDateTime(2).toInstant(),
          row.getInteger(3));
    }
    return null;
  }
}
