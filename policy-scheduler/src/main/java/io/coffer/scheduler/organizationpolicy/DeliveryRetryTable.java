package io.coffer.scheduler.organizationpolicy;

import io.coffer.messaging.round.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Deliveries to be ordered again, as the loop sees them. Blocks. */
@ApplicationScoped
class DeliveryRetryTable {

  private static final String PAGE =
      """
      select id, domain_id, organization_policy_id, project_id, revision, leaving, due_at
      from plumbing.delivery_retry where due_at <= $1 and (due_at, id) > ($2, $3)
      order by due_at, id limit 500
      """;

  private static final Retry BEFORE_ALL =
      new Retry(BlockingSql.BEFORE_ALL, "", null, "", 0, false, Instant.EPOCH);

  private final BlockingSql sql;

  DeliveryRetryTable(Pool pool) {
    sql = new BlockingSql(pool);
  }

  /**
   * What is to be ordered again, and whose account it is of.
   *
   * @param leaving whether the project is to let the policy go
   */
  record Retry(
      UUID id,
      String domain,
      UUID policyId,
      String project,
      long revision,
      boolean leaving,
      Instant dueAt) {}

  /** Those that were due first, behind the last one; from the first one on for null. */
  List<Retry> due(Instant now, Retry last) {
    Retry before = last == null ? BEFORE_ALL : last;
    return sql.rows(PAGE, DeliveryRetryTable::retry, now, before.dueAt(), before.id());
  }

  private static Retry retry(Row row) {
    return new Retry(
        row.getUUID(0),
        row.getString(1),
        row.getUUID(2),
        row.getString(3),
        row.getLong(4),
        row.getBoolean(5),
        BlockingSql.moment(row, 6));
  }
}
