package io.coffer.billing.dbom;

import io.coffer.billing.dbom.InstanceTable.Underway;
import io.coffer.billing.dbom.login.Logins;
import io.coffer.billing.dbom.machine.Finding;
import io.coffer.billing.dbom.machine.Machine;
import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.Dispatcher;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.time.Clock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks at instances that are on their way, and tells when they got there. It keeps nothing of its
 * own: what it tells has an id made of what it saw, so that of any number of processes, and of one
 * that was killed and starts anew, each end is told once.
 */
@ApplicationScoped
class InstanceLoop {

  private static final Logger LOG = Logger.getLogger(InstanceLoop.class);
  private static final String TYPE = "coffer.dbom.looked.v1";
  private static final String SOURCE = "billing-service";

  private final InstanceTable instances;
  private final Logins logins;
  private final Machine machine;
  private final Dispatcher dispatcher;
  private final Clock clock;
  private final LoopSettings settings;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "instances");
            made.setDaemon(true);
            return made;
          });

  InstanceLoop(
      InstanceTable instances,
      Logins logins,
      Machine machine,
      Dispatcher dispatcher,
      Clock clock,
      LoopSettings settings) {
    this.instances = instances;
    this.logins = logins;
    this.machine = machine;
    this.dispatcher = dispatcher;
    this.clock = clock;
    this.settings = settings;
  }

  void start(@Observes StartupEvent started) {
    if (settings.enabled() && !ConfigUtils.isProfileActive("replay")) {
      long millis = settings.every().toMillis();
      thread.scheduleWithFixedDelay(this::safely, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    thread.shutdownNow();
  }

  private void safely() {
    try {
      tick();
    } catch (RuntimeException e) {
      LOG.warnf("instances wait: %s", e.getMessage());
    }
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
    Envelope envelope = Envelope.stamped(id, TYPE, SOURCE, now, one.project(), null, null);
    InstanceLooked message = new InstanceLooked(one.id(), one.status(), one.since(), finding);
    try {
      VertxContextSupport.subscribeAndAwait(
          () -> dispatcher.dispatchLocal(new Received(envelope, message)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
