package io.coffer.billing.bill;

import io.coffer.billing.metering.Meter;
import io.coffer.billing.metering.NextHourTable;
import io.coffer.billing.metering.NextHourTable.Due;
import io.coffer.contracts.DerivedId;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.DueLoop;
import io.coffer.messaging.round.DueMessage;
import io.coffer.messaging.time.Clock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Has hours closed that are over, one after the other of a project. A lease keeps replicas apart;
 * what fails is tried again when it is over, or later. The id of what is told is made of the hour
 * and of what is known of it, so that it is closed once, and again only when more is known.
 */
@Singleton
public class HourLoop extends DueLoop<HourLoop.Over> {

  private static final String TYPE = "coffer.bill.close-hour.v1";

  private final NextHourTable table;
  private final ProjectBook projects;
  private final BillSettings settings;

  HourLoop(
      NextHourTable table,
      ProjectBook projects,
      BillSettings settings,
      LocalDispatch messages,
      Clock clock) {
    super("hours", settings, messages, clock);
    this.table = table;
    this.projects = projects;
    this.settings = settings;
  }

  /** An hour that is over, in a project. */
  record Over(Due hour, ProjectBook.Entry project) {}

  /** A page is what is not leased to anybody. */
  @Override
  protected List<Over> due(Instant now, Over last) {
    Instant before = now.minus(settings.patience()).minus(Meter.HOUR).plusMillis(1);
    List<Due> claimed = table.claim(before, settings.batch(), settings.lease());
    ProjectBook.Entries known = projects.read();
    return claimed.stream().map(due -> new Over(due, known.of(due.project()))).toList();
  }

  @Override
  protected DueMessage about(Over over, Instant now) {
    Due due = over.hour();
    ProjectBook.Entry project = over.project();
    UUID hourId = HourId.of(due.project(), due.hour());
    UUID id = DerivedId.of(hourId, due.vaultSeq() + "/" + due.billingSeq());
    CloseHour message = new CloseHour(hourId, due.hour(), project.region(), project.domainId());
    return new DueMessage(id, TYPE, due.project(), message);
  }

  @Override
  protected void done(Over over) {
    table.passed(over.hour());
  }
}
