package io.coffer.billing.bill;

import io.coffer.billing.metering.Meter;
import io.coffer.billing.metering.NextHourTable;
import io.coffer.billing.metering.NextHourTable.Due;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Has hours closed that are over, one after the other of a project. Every replica does; a lease
 * keeps them apart. The id of what it tells itself is made of the hour and of what is known of it,
 * so that it is closed once, and again only when more is known.
 */
@ApplicationScoped
public class HourLoop {

  private static final Logger LOG = Logger.getLogger(HourLoop.class);
  private static final String TYPE = "coffer.bill.close-hour.v1";
  private static final String SOURCE = "billing-service";

  private final NextHourTable table;
  private final ProjectBook projects;
  private final Dispatcher dispatcher;
  private final Clock clock;
  private final BillSettings settings;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "hours");
            made.setDaemon(true);
            return made;
          });

  HourLoop(
      NextHourTable table,
      ProjectBook projects,
      Dispatcher dispatcher,
      Clock clock,
      BillSettings settings) {
    this.table = table;
    this.projects = projects;
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
      LOG.warnf("hours wait: %s", e.getMessage());
    }
  }

  /** Has everything closed that is over now; how many hours that were. */
  public int tick() {
    int closed = 0;
    List<Due> claimed;
    do {
      claimed =
          table.claim(
              clock.now().minus(settings.patience()).minus(Meter.HOUR).plusMillis(1),
              settings.batch(),
              settings.lease());
      ProjectBook.Entries known = projects.read();
      closed += (int) claimed.stream().filter(due -> close(due, known.of(due.project()))).count();
    } while (!claimed.isEmpty());
    return closed;
  }

  /** What fails is tried again when its lease is over. */
  private boolean close(Due due, ProjectBook.Entry project) {
    UUID hourId = HourId.of(due.project(), due.hour());
    Envelope envelope =
        Envelope.stamped(
            DerivedId.of(hourId, due.vaultSeq() + "/" + due.billingSeq()),
            TYPE,
            SOURCE,
            clock.now(),
            due.project(),
            null,
            null);
    CloseHour message = new CloseHour(hourId, due.hour(), project.region(), project.domainId());
    try {
      VertxContextSupport.subscribeAndAwait(
          () -> dispatcher.dispatchLocal(new Received(envelope, message)));
      table.passed(due);
      return true;
    } catch (Throwable e) {
      LOG.errorf(e, "hour %s of project %s waits", due.hour(), due.project());
      return false;
    }
  }
}
