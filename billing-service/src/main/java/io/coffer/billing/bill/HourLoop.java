package io.coffer.billing.bill;

import io.coffer.billing.metering.Meter;
import io.coffer.billing.metering.NextHourTable;
import io.coffer.billing.metering.NextHourTable.Due;
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
import java.util.List;
import java.util.UUID;

/**
 * Has hours closed that are over, one after the other of a project. Every replica does; a lease
 * keeps them apart. The id of what it tells itself is made of the hour and of what is known of it,
 * so that it is closed once, and again only when more is known.
 */
@ApplicationScoped
public class HourLoop {

  private static final String TYPE = "coffer.bill.close-hour.v1";

  private final NextHourTable table;
  private final ProjectBook projects;
  private final LocalDispatch messages;
  private final Clock clock;
  private final BillSettings settings;
  private final Setbacks setbacks = new Setbacks();
  private final Rounds rounds = new Rounds("hours", this::tick);

  HourLoop(
      NextHourTable table,
      ProjectBook projects,
      LocalDispatch messages,
      Clock clock,
      BillSettings settings) {
    this.table = table;
    this.projects = projects;
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

  /** What fails is tried again when its lease is over, or later. */
  private boolean close(Due due, ProjectBook.Entry project) {
    UUID hourId = HourId.of(due.project(), due.hour());
    UUID id = DerivedId.of(hourId, due.vaultSeq() + "/" + due.billingSeq());
    CloseHour message = new CloseHour(hourId, due.hour(), project.region(), project.domainId());
    Instant now = clock.now();
    return setbacks.attempt(
        id,
        "hour " + due.hour() + " of project " + due.project(),
        now,
        () -> {
          messages.give(id, TYPE, now, due.project(), message);
          table.passed(due);
        });
  }
}
