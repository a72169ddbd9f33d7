package io.coffer.messaging.inbox;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Event;
import io.coffer.contracts.Topic;
import io.coffer.messaging.dispatch.Fold;
import io.coffer.messaging.dispatch.Handlers;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Forgets claims, with their answers, that no redelivery can ask for any more: the longest command
 * retention, and a week. What was given up on can be handed in again for as long as dead letters
 * are kept. Of events that are decided here but not folded, nothing but the claim knows that they
 * were: those are kept as their topic is, for ever.
 */
@ApplicationScoped
class InboxCleanup {

  private static final String DELETE_OLD =
      """
      with old as (
        delete from plumbing.inbox
        where received_at < now() - interval '21 days'
          and (not abandoned or received_at < now() - $1 * interval '1 day')
          and not topic = any($2)
        returning message_id)
      delete from plumbing.answer where message_id in (select message_id from old)
      """;

  private static final long DEAD_LETTERS_DAYS = Topic.DEAD_LETTERS_KEPT.plusDays(7).toDays();

  private final Pool pool;
  private final String[] kept;

  InboxCleanup(Pool pool, Handlers handlers, Fold fold) {
    this.pool = pool;
    this.kept =
        Catalogue.entries().stream()
            .filter(entry -> Event.class.isAssignableFrom(entry.message()))
            .filter(entry -> handlers.decides(entry.message()))
            .map(Catalogue.Entry::topic)
            .filter(topic -> topic.retention().isEmpty() && !fold.topics().contains(topic))
            .map(Topic::topicName)
            .distinct()
            .toArray(String[]::new);
  }

  @Scheduled(every = "1h", delayed = "10m")
  Uni<Void> forgetOldClaims() {
    return pool.preparedQuery(DELETE_OLD)
        .execute(Tuple.of(DEAD_LETTERS_DAYS, kept))
        .replaceWithVoid();
  }
}
