package io.coffer.billing.bill;

import io.coffer.billing.metering.UsageStore;
import io.coffer.billing.product.Tariff;
import io.coffer.billing.resourcepackage.PackageStore;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import javax.money.CurrencyUnit;

/** Closes hours. */
@ApplicationScoped
class CloseHourHandler implements Handler<CloseHour, ClosingHour.State> {

  private final UsageStore usage;
  private final PackageStore packages;
  private final ClosedHourStore hours;
  private final MonthCostStore months;
  private final Tariff tariff;
  private final ZoneId zone;

  CloseHourHandler(
      UsageStore usage,
      PackageStore packages,
      ClosedHourStore hours,
      MonthCostStore months,
      Tariff tariff,
      BillSettings settings) {
    this.usage = usage;
    this.packages = packages;
    this.hours = hours;
    this.months = months;
    this.tariff = tariff;
    this.zone = settings.zone();
  }

  @Override
  public Uni<ClosingHour.State> load(CloseHour hour, Envelope envelope) {
    String project = envelope.project();
    CurrencyUnit currency =
        tariff
            .prices()
            .currency(hour.region())
            .orElseThrow(() -> new IllegalStateException("no region " + hour.region()));
    String code = currency.getCurrencyCode();
    return Loading.of(usage.hour(project, hour.hour()))
        .then(used -> packages.validIn(project, hour.hour()))
        .then((used, valid) -> hours.of(project, hour, code))
        .then((used, valid, before) -> months.of(project, month(hour), currency))
        .as(ClosingHour.State::new);
  }

  @Override
  public Decision decide(ClosingHour.State state, CloseHour hour, Envelope envelope) {
    return ClosingHour.decide(
        state, hour, tariff, envelope.project(), month(hour), envelope.time());
  }

  private String month(CloseHour hour) {
    return BillingMonth.of(hour.hour(), zone);
  }
}
