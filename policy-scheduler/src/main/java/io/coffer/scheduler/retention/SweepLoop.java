package io.coffer.scheduler.retention;

import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.Dispatcher;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.time.Clock;
import io.coffer.scheduler.backup.BackupTable;
import io.coffer.scheduler.backup.BackupTable.VaultOfProject;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks once an hour through all vaults with backups that a policy made. Every replica does; the
 * hour is in the id of what it tells itself, so that each vault is looked through once.
 */
@ApplicationScoped
public class SweepLoop {

  private static final Logger LOG = Logger.getLogger(SweepLoop.class);
  private static final String TYPE = "coffer.scheduler.sweep-due.v1";
  private static final String SOURCE = "policy-scheduler";

  private final BackupTable table;
  private final Dispatcher dispatcher;
  private final Clock clock;
  private final boolean enabled;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "retention");
            made.setDaemon(true);
            return made;
          });

  private Instant swept = Instant.MIN;

  SweepLoop(
      BackupTable table,
      Dispatcher dispatcher,
      Clock clock,
      @ConfigProperty(name = "coffer.retention.enabled", defaultValue = "true") boolean enabled) {
    this.table = table;
    this.dispatcher = dispatcher;
    this.clock = clock;
    this.enabled = enabled;
  }

  void start(@Observes StartupEvent started) {
    if (enabled && !ConfigUtils.isProfileActive("replay")) {
      thread.scheduleWithFixedDelay(this::safely, 1, 1, TimeUnit.MINUTES);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    thread.shutdownNow();
  }

  private void safely() {
    try {
      tick();
    } catch (RuntimeException e) {
      LOG.warnf("retention waits: %s", e.getMessage());
    }
  }

  /** Looks through all vaults when a new hour has begun, wherever the clock came from. */
  public void tick() {
    Instant now = clock.now();
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    if (hour.equals(swept)) {
      return;
    }
    List<VaultOfProject> page = table.vaultsAfter(new UUID(0, 0));
    while (!page.isEmpty()) {
      page.forEach(vault -> sweep(vault, hour, now));
      page = table.vaultsAfter(page.get(page.size() - 1).vaultId());
    }
    swept = hour;
  }

  private void sweep(VaultOfProject vault, Instant hour, Instant now) {
    UUID id = DerivedId.of(vault.vaultId(), "sweep/" + hour);
    Envelope envelope = Envelope.stamped(id, TYPE, SOURCE, now, vault.project(), null, null);
    Received received = new Received(envelope, new SweepDue(vault.vaultId()));
    try {
      VertxContextSupport.subscribeAndAwait(() -> dispatcher.dispatchLocal(received));
    } catch (Throwable e) {
      LOG.errorf(e, "the backups of vault %s are not looked through", vault.vaultId());
    }
  }
}
