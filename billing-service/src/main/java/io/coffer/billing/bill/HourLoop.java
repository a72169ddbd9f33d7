package io.coffer.billing.bill;

import io.coffer.billing.metering.Meter;
import io.coffer.billing.metering.NextHourTable;
import io.coffer.billing.metering.NextHourTable.Due;
import io.coffer.billing.metering.UsageTable;
import io.coffer.billing.metering.VaultRange;
import io.coffer.billing.product.Tariff;
import io.coffer.billing.resourcepackage.PackageTable;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.billing.HourPart;
import io.coffer.messaging.dispatch.LocalDispatch;
import io.coffer.messaging.round.DueLoop;
import io.coffer.messaging.round.DueMessage;
import io.coffer.messaging.round.Setbacks;
import io.coffer.messaging.time.Clock;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Has hours closed that are over, part by part, one after the other of a project; each project has
 * one part closed, then the next project has one. A lease keeps replicas apart; what fails is tried
 * again when it is over, or later. The id of what is told is made of the part and of what is known
 * of it, so that it is closed once, and again only when more is known.
 */
@Singleton
public class HourLoop extends DueLoop<HourLoop.Over> {

  private static final String TYPE = "coffer.bill.close-hour.v1";

  private final NextHourTable table;
  private final UsageTable usage;
  private final PackageTable packages;
  private final Tariff tariff;
  private final ProjectBook projects;
  private final BillSettings settings;
  private final Setbacks uncut = new Setbacks();

  HourLoop(
      NextHourTable table,
      UsageTable usage,
      PackageTable packages,
      Tariff tariff,
      ProjectBook projects,
      BillSettings settings,
      LocalDispatch messages,
      Clock clock) {
    super("hours", settings, messages, clock);
    this.table = table;
    this.usage = usage;
    this.packages = packages;
    this.tariff = tariff;
    this.projects = projects;
    this.settings = settings;
  }

  /** A part of an hour that is over, in a project. */
  record Over(Due hour, ProjectBook.Entry project, UUID hourId, HourPart part) {}

  /** A page is what is not leased to anybody. */
  @Override
  protected List<Over> due(Instant now, Over last) {
    Instant before = now.minus(settings.patience()).minus(Meter.HOUR).plusMillis(1);
    List<Due> claimed = table.claim(before, settings.batch(), settings.lease());
    ProjectBook.Entries known = projects.read();
    List<Over> parts = new ArrayList<>();
    claimed.forEach(
        due ->
            uncut.attempt(
                HourId.of(due.project(), due.hour()),
                "loop=hours project=" + due.project() + " due=" + due,
                now,
                () -> parts.add(over(due, known.of(due.project())))));
    return parts;
  }

  private Over over(Due due, ProjectBook.Entry project) {
    UUID hourId = HourId.of(due.project(), due.hour());
    List<String> specCodes =
        HourParts.specCodes(
            due.earlier(),
            packages.covered(due.project(), due.hour()),
            code ->
                HourCharge.price(tariff.prices(), project.region(), code, due.hour())
                    .orElse(BigDecimal.ZERO));
    VaultRange vaults = usage.cut(due.project(), due.hour(), hourId, due.from(), settings.part());
    HourPart part = new HourPart(vaults.from(), vaults.until(), due.earlier(), specCodes);
    return new Over(due, project, hourId, part);
  }

  @Override
  protected DueMessage about(Over over, Instant now) {
    Due due = over.hour();
    ProjectBook.Entry project = over.project();
    UUID id =
        DerivedId.of(over.hourId(), due.vaultSeq() + "/" + due.billingSeq() + "/" + over.part());
    CloseHour message =
        new CloseHour(over.hourId(), due.hour(), project.region(), project.domainId(), over.part());
    return new DueMessage(id, TYPE, due.project(), message);
  }

  @Override
  protected void done(Over over) {
    HourPart part = over.part();
    if (part.ends()) {
      table.passed(over.hour());
    } else {
      table.advanced(over.hour(), part.until(), HourParts.through(part));
    }
  }
}
