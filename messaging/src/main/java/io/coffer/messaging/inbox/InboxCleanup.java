package io.coffer.messaging.inbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Forgets claims that no redelivery can ask for any more: the longest command retention, and a
 * week.
 */
@ApplicationScoped
class InboxCleanup {

  private static final String DELETE_OLD =
      "delete from plumbing.inbox where received_at < clock_timestamp() - interval '21 days'";

  private final Pool pool;

  InboxCleanup(Pool pool) {
    this.pool = pool;
  }

  @Scheduled(every = "1h", delayed = "10m")
  Uni<Void> forgetOldClaims() {
    return pool.query(DELETE_OLD).execute().replaceWithVoid();
  }
}
