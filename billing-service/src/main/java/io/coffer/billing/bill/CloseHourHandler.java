package io.coffer.billing.bill;

import io.coffer.billing.metering.UsageStore;
import io.coffer.billing.product.Tariff;
import io.coffer.billing.resourcepackage.PackageStore;
import io.coffer.billing.resourcepackage.PackageTerm;
import io.coffer.contracts.billing.HourPart;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.money.CurrencyUnit;

/** Closes hours, part by part. */
@ApplicationScoped
class CloseHourHandler implements Handler<CloseHour, ClosingHour.State> {

  private final UsageStore usage;
  private final PackageStore packages;
  private final UsageLineStore lines;
  private final MonthCostStore months;
  private final Tariff tariff;
  private final ZoneId zone;

  CloseHourHandler(
      UsageStore usage,
      PackageStore packages,
      UsageLineStore lines,
      MonthCostStore months,
      Tariff tariff,
      BillSettings settings) {
    this.usage = usage;
    this.packages = packages;
    this.lines = lines;
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
    HourPart part = hour.part();
    return Loading.of(usage.hour(project, HourParts.vaults(part), hour.hour()))
        .then(used -> packages.validIn(project, hour.hour()))
        .then((used, valid) -> taken(hour, valid))
        .then((used, valid, taken) -> lines.of(hour.hourId(), part))
        .then((used, valid, taken, before) -> months.of(project, month(hour), currency))
        .as(ClosingHour.State::new);
  }

  private Uni<Map<UUID, BigInteger>> taken(CloseHour hour, List<PackageTerm> valid) {
    return valid.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : lines.taken(hour.hourId(), hour.part());
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
