package io.coffer.scheduler.fire;

import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.messaging.dispatch.Dispatcher;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.time.Clock;
import io.coffer.scheduler.calendar.NextFireTable;
import io.coffer.scheduler.calendar.NextFireTable.Due;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks for moments that are due and has them carried out, one after the other. Every replica does;
 * a lease keeps them apart, and where it does not, the project's turn does.
 */
@ApplicationScoped
public class FireLoop {

  private static final Logger LOG = Logger.getLogger(FireLoop.class);
  private static final String TYPE = "coffer.scheduler.fire-due.v1";
  private static final String SOURCE = "policy-scheduler";

  private final NextFireTable table;
  private final Inventory inventory;
  private final Dispatcher dispatcher;
  private final Clock clock;
  private final FireSettings settings;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "fires");
            made.setDaemon(true);
            return made;
          });

  FireLoop(
      NextFireTable table,
      Inventory inventory,
      Dispatcher dispatcher,
      Clock clock,
      FireSettings settings) {
    this.table = table;
    this.inventory = inventory;
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
      LOG.warnf("fires wait: %s", e.getMessage());
    }
  }

  /** Carries out what is due now; how many policies were due for how many vaults. */
  public int tick() {
    int carried = 0;
    List<Due> claimed;
    do {
      claimed = table.claim(clock.now(), settings.batch(), settings.lease());
      for (Due due : claimed) {
        LOG.debugf(
            "policy %s is due for vault %s at %s", due.policyId(), due.vaultId(), due.moment());
        carryOut(due);
        carried++;
      }
    } while (claimed.size() == settings.batch());
    return carried;
  }

  /** What fails is tried again when its lease is over. */
  private void carryOut(Due due) {
    try {
      List<String> resources = table.resourcesIn(due.vaultId());
      List<ResourceFacts> facts = inventory.facts(due.project(), resources).orElse(null);
      dispatch(
          due.project(),
          new FireDue(due.policyId(), due.vaultId(), due.moment(), resources, facts));
    } catch (RuntimeException e) {
      LOG.errorf(e, "policy %s waits, due at %s", due.policyId(), due.moment());
    }
  }

  private void dispatch(String project, FireDue message) {
    Envelope envelope =
        Envelope.stamped(UUID.randomUUID(), TYPE, SOURCE, clock.now(), project, null, null);
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
