package io.coffer.billing.order;

import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.Dispatcher;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.time.Clock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks for orders that nobody paid in time. Every replica does: the second that tells of one finds
 * it given up.
 */
@ApplicationScoped
public class OverdueLoop {

  private static final Logger LOG = Logger.getLogger(OverdueLoop.class);
  private static final String TYPE = "coffer.billing.order-overdue.v1";
  private static final String SOURCE = "billing-service";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String OVERDUE =
      "select project_id, id from store.customer_order where status = 'UNPAID'"
          + " and pay_before <= $1 order by pay_before limit 100";

  private final Pool pool;
  private final Dispatcher dispatcher;
  private final Clock clock;
  private final OrderSettings settings;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "overdue-orders");
            made.setDaemon(true);
            return made;
          });

  OverdueLoop(Pool pool, Dispatcher dispatcher, Clock clock, OrderSettings settings) {
    this.pool = pool;
    this.dispatcher = dispatcher;
    this.clock = clock;
    this.settings = settings;
  }

  void start(@Observes StartupEvent started) {
    if (!ConfigUtils.isProfileActive("replay")) {
      long millis = settings.every().toMillis();
      thread.scheduleWithFixedDelay(this::safely, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    thread.shutdownNow();
  }

  private void safely() {
    try {
      tick(clock.now());
    } catch (RuntimeException e) {
      LOG.warnf("overdue orders wait: %s", e.getMessage());
    }
  }

  /** Gives up what was to be paid before this moment. */
  void tick(Instant now) {
    for (Row row :
        pool.preparedQuery(OVERDUE)
            .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
            .await()
            .atMost(PATIENCE)) {
      OrderOverdue message = new OrderOverdue(row.getUUID(1));
      dispatch(
          new Received(
              Envelope.stamped(
                  DerivedId.of(message.id(), "overdue"),
                  TYPE,
                  SOURCE,
                  now,
                  row.getString(0),
                  null,
                  null),
              message));
    }
  }

  private void dispatch(Received received) {
    try {
      VertxContextSupport.subscribeAndAwait(() -> dispatcher.dispatchLocal(received));
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
