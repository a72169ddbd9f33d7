package io.coffer.billing.order;

import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.Rounds;
import io.coffer.messaging.round.Setbacks;
import io.coffer.messaging.time.Clock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Looks for orders that nobody paid in time. Every replica does: the second that tells of one finds
 * it given up.
 */
@ApplicationScoped
public class OverdueLoop {

  private static final String TYPE = "coffer.billing.order-overdue.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String OVERDUE =
      "select project_id, id from store.customer_order where status = 'UNPAID'"
          + " and pay_before <= $1 order by pay_before limit 100";

  private final Pool pool;
  private final LocalDispatch messages;
  private final Clock clock;
  private final OrderSettings settings;
  private final Setbacks setbacks = new Setbacks();
  private final Rounds rounds = new Rounds("overdue-orders", this::tick);

  OverdueLoop(Pool pool, LocalDispatch messages, Clock clock, OrderSettings settings) {
    this.pool = pool;
    this.messages = messages;
    this.clock = clock;
    this.settings = settings;
  }

  void start(@Observes StartupEvent started) {
    rounds.begin(settings.every());
  }

  void stop(@Observes ShutdownEvent stopping) {
    rounds.close();
  }

  private void tick() {
    tick(clock.now());
  }

  /** Gives up what was to be paid before this moment. */
  void tick(Instant now) {
    for (Row row :
        pool.preparedQuery(OVERDUE)
            .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
            .await()
            .atMost(PATIENCE)) {
      giveUp(row.getString(0), new OrderOverdue(row.getUUID(1)), now);
    }
  }

  /** What is wrong with one order is nothing to the others. */
  private void giveUp(String domain, OrderOverdue message, Instant now) {
    UUID id = DerivedId.of(message.id(), "overdue");
    setbacks.attempt(
        id, "order " + message.id(), now, () -> messages.give(id, TYPE, now, domain, message));
  }
}
