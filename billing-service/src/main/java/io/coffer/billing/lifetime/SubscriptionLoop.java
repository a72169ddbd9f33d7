package io.coffer.billing.lifetime;

import io.coffer.billing.lifetime.DueTable.Due;
import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.Rounds;
import io.coffer.messaging.round.Setbacks;
import io.coffer.messaging.time.Clock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;

/**
 * Tells of each subscription whose time has come. Every replica does, and keeps nothing of its own:
 * what is told has an id made of what was seen, and each step moves that.
 */
@ApplicationScoped
public class SubscriptionLoop {

  private static final String TYPE = "coffer.billing.subscription-due.v1";

  private final DueTable table;
  private final LocalDispatch messages;
  private final Clock clock;
  private final LifetimeSettings settings;
  private final Setbacks setbacks = new Setbacks();
  private final Rounds rounds = new Rounds("subscriptions", this::tick);

  SubscriptionLoop(DueTable table, LocalDispatch messages, Clock clock, LifetimeSettings settings) {
    this.table = table;
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

  /** Has everything done whose time has come; how many that were. */
  public int tick() {
    Instant now = clock.now();
    int told = 0;
    for (Due due = table.first(now); due != null; due = table.after(due, now)) {
      tell(due, now);
      told++;
    }
    return told;
  }

  /** What is wrong with one subscription is nothing to the others. */
  private void tell(Due due, Instant now) {
    UUID id = DerivedId.of(due.resourceId(), "due/" + due.moves());
    SubscriptionDue message = new SubscriptionDue(due.resourceId(), due.moves());
    setbacks.attempt(
        id,
        "subscription of " + due.resourceId(),
        now,
        () -> messages.give(id, TYPE, now, due.domain(), message));
  }
}
