package io.coffer.billing.dunning;

import io.coffer.billing.arrears.ArrearsSettings;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Tells of each domain that owes something, when its time has come. Every replica does. */
@ApplicationScoped
class ArrearsLoop {

  private static final String TYPE = "coffer.billing.arrears-due.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String DUE =
      "select domain_id, due_at from store.arrears where due_at <= $1 order by due_at limit 100";

  private final Pool pool;
  private final LocalDispatch messages;
  private final Clock clock;
  private final ArrearsSettings settings;
  private final Setbacks setbacks = new Setbacks();
  private final Rounds rounds = new Rounds("arrears", this::tick);

  ArrearsLoop(Pool pool, LocalDispatch messages, Clock clock, ArrearsSettings settings) {
    this.pool = pool;
    this.messages = messages;
    this.clock = clock;
    this.settings = settings;
  }

  void start(@Observes StartupEvent started) {
    if (settings.enabled()) {
      rounds.begin(settings.every());
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    rounds.close();
  }

  /** Has everything done whose time has come. */
  void tick() {
    Instant now = clock.now();
    for (Row row :
        pool.preparedQuery(DUE)
            .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
            .await()
            .atMost(PATIENCE)) {
      tell(row.getString(0), row.getOffsetDateTime(1).toInstant(), now);
    }
  }

  /** What is wrong with one domain is nothing to the others. */
  private void tell(String domain, Instant dueAt, Instant now) {
    UUID namespace = UUID.nameUUIDFromBytes(domain.getBytes(StandardCharsets.UTF_8));
    UUID id = DerivedId.of(namespace, "arrears/" + dueAt);
    setbacks.attempt(
        id,
        "arrears of domain " + domain,
        now,
        () -> messages.give(id, TYPE, now, domain, new ArrearsDue(dueAt)));
  }
}
