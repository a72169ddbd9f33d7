package io.coffer.messaging.inbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Forgets claims, with their answers, that no redelivery can ask for any more: the longest command
 * retention, and a week.
 */
@ApplicationScoped
class InboxCleanup {

  private static final String DELETE_OLD =
      """
      with old as (
        delete from plumbing.inbox where received_at < now() - interval '21 days'
        returning message_id)
      delete from plumbing.answer where message_id in (select message_id from old)
      """;

  private final Pool pool;

  InboxCleanup(Pool pool) {
    this.pool = pool;
  }

  @Scheduled(every = "1h", delayed = "10m")
  Uni<Void> forgetOldClaims() {
    return pool.query(DELETE_OLD).execute().replaceWithVoid();
  }
}
