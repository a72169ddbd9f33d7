package io.coffer.billing.dbom;

import io.coffer.billing.dbom.InstanceTable.Underway;
import io.coffer.billing.dbom.login.Logins;
import io.coffer.billing.dbom.machine.Finding;
import io.coffer.billing.dbom.machine.Machine;
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
 * Looks at instances that are on their way, and tells when they got there. It keeps nothing of its
 * own: what it tells has an id made of what it saw, so that of any number of processes, and of one
 * that was killed and starts anew, each end is told once.
 */
@ApplicationScoped
class InstanceLoop {

  private static final String TYPE = "coffer.dbom.looked.v1";

  private final InstanceTable instances;
  private final Logins logins;
  private final Machine machine;
  private final LocalDispatch messages;
  private final Clock clock;
  private final LoopSettings settings;
  private final Setbacks setbacks = new Setbacks();
  private final Rounds rounds = new Rounds("instances", this::tick);

  InstanceLoop(
      InstanceTable instances,
      Logins logins,
      Machine machine,
      LocalDispatch messages,
      Clock clock,
      LoopSettings settings) {
    this.instances = instances;
    this.logins = logins;
    this.machine = machine;
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

  /** Sets passwords that wait for it, and tells of each instance that got somewhere. */
  void tick() {
    logins.setAll();
    for (Underway one : instances.underway()) {
      Instant now = clock.now();
      Finding finding = machine.look(one.id(), one.status().word(), one.since(), now);
      boolean tells =
          finding.kind() != Finding.Kind.WORKING
              || InstanceLookedHandler.isOverdue(one.status(), one.since(), now);
      if (tells) {
        tell(one, finding, now);
      }
    }
  }

  private void tell(Underway one, Finding finding, Instant now) {
    UUID id = DerivedId.of(one.id(), one.status() + "/" + one.since());
    InstanceLooked message = new InstanceLooked(one.id(), one.status(), one.since(), finding);
    setbacks.attempt(
        id,
        "instance " + one.id(),
        now,
        () -> messages.give(id, TYPE, now, one.project(), message));
  }
}
