package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.Rounds;
import io.coffer.messaging.round.Setbacks;
import io.coffer.messaging.time.Clock;
import io.coffer.scheduler.organizationpolicy.DeliveryRetryTable.Retry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Has ordered again what projects refused, or did not answer: to take a policy, or to let it go.
 * Every replica does; the revision is in the id of what it tells itself, so that each order is
 * given again once.
 */
@ApplicationScoped
public class DeliveryLoop {

  private static final String DELIVERY = "coffer.scheduler.delivery-due.v1";
  private static final String WITHDRAWAL = "coffer.scheduler.withdrawal-due.v1";
  private static final int MOST = 500;

  private final DeliveryRetryTable table;
  private final LocalDispatch messages;
  private final Clock clock;
  private final Setbacks setbacks = new Setbacks();
  private final Rounds rounds = new Rounds("deliveries", this::tick);

  DeliveryLoop(DeliveryRetryTable table, LocalDispatch messages, Clock clock) {
    this.table = table;
    this.messages = messages;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    rounds.begin(Duration.ofSeconds(15));
  }

  void stop(@Observes ShutdownEvent stopping) {
    rounds.close();
  }

  /** Has those ordered again that are due. What is left is due the next time. */
  public void tick() {
    table.due(clock.now(), MOST).forEach(this::order);
  }

  private void order(Retry retry) {
    String verb = retry.leaving() ? "withdraw/" : "retry/";
    UUID id = DerivedId.of(retry.id(), verb + retry.revision());
    Instant now = clock.now();
    setbacks.attempt(
        id,
        "delivery " + retry.id(),
        now,
        () ->
            messages.give(
                id,
                retry.leaving() ? WITHDRAWAL : DELIVERY,
                now,
                retry.domain(),
                retry.leaving()
                    ? new WithdrawalDue(retry.policyId(), retry.project(), retry.revision())
                    : new DeliveryDue(retry.policyId(), retry.project(), retry.revision())));
  }
}
