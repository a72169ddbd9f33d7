package io.coffer.scheduler.organizationpolicy;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Deliveries to be ordered again, as the thread sees them that looks for them. Blocks. */
@ApplicationScoped
class DeliveryRetryTable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String DUE =
      """
      select id, domain_id, organization_policy_id, project_id, revision, leaving
      from plumbing.delivery_retry where due_at <= $1 order by due_at limit $2
      """;

  private final Pool pool;

  DeliveryRetryTable(Pool pool) {
    this.pool = pool;
  }

  /**
   * What is to be ordered again, and whose account it is of.
   *
   * @param leaving whether the project is to let the policy go
   */
  record Retry(
      UUID id, String domain, UUID policyId, String project, long revision, boolean leaving) {}

  /** Those that are due now, the oldest first. */
  List<Retry> due(Instant now, int most) {
    return StreamSupport.stream(
            pool.preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), most))
                .await()
                .atMost(PATIENCE)
                .spliterator(),
            false)
        .map(
            row ->
                new Retry(
                    row.getUUID(0),
                    row.getString(1),
                    row.getUUID(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getBoolean(5)))
        .toList();
  }
}
