package io.coffer.billing.bill;

import io.coffer.billing.metering.Meter;
import io.coffer.billing.metering.UsageChange;
import io.coffer.billing.metering.VaultLevel;
import io.coffer.billing.metering.VaultUsage;
import io.coffer.billing.product.Tariff;
import io.coffer.billing.resourcepackage.PackageTerm;
import io.coffer.contracts.Event;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.BillEvent.HourClosed;
import io.coffer.messaging.decision.Decision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;

/** A project whose time a test lets pass: what it hears of, and what is made of it. */
final class SimulatedProject {

  static final String NAME = "0123456789abcdef0123456789abcdef";
  private static final ZoneId ZONE = ZoneOffset.UTC;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Tariff tariff;
  private final String region;
  private final CurrencyUnit currency;
  private final List<PackageTerm> packages = new ArrayList<>();
  private final Map<UUID, UsageChange> heard = new LinkedHashMap<>();
  private final TreeMap<Instant, HourClosed> closed = new TreeMap<>();
  private final Map<String, MonthSoFar> months = new HashMap<>();
  private Instant next;

  /** What was charged, one after the other. */
  final List<HourClosed> charges = new ArrayList<>();

  SimulatedProject(Tariff tariff, String region) {
    this.tariff = tariff;
    this.region = region;
    this.currency = tariff.prices().currency(region).orElseThrow();
  }

  void hears(UsageChange change) {
    if (heard.putIfAbsent(change.eventId(), change) == null) {
      due(change.at());
    }
  }

  void buys(PackageTerm term) {
    packages.add(term);
    due(term.from());
  }

  /** Closes what is due then. */
  void passesUntil(Instant now) {
    while (next != null && !next.plus(Meter.HOUR).plus(PATIENCE).isAfter(now)) {
      close(next, now);
      next = next.plus(Meter.HOUR);
    }
  }

  /** The bill of a month as JSON. */
  String bill(String month) throws Exception {
    return Json.MAPPER.writeValueAsString(
        new BillWriter(tariff.products(), ZONE)
            .write(NAME, month, region, currency, hours(month), packages));
  }

  Set<String> months() {
    return months.keySet();
  }

  /** What was charged for a month. */
  Money charged(String month) {
    return charges.stream()
        .filter(one -> one.month().equals(month))
        .map(one -> Money.of(new BigDecimal(one.charge()), currency))
        .reduce(Money.zero(currency), Money::add);
  }

  private void due(Instant at) {
    Instant hour = at.truncatedTo(ChronoUnit.HOURS);
    next = next == null || hour.isBefore(next) ? hour : next;
  }

  private void close(Instant hour, Instant now) {
    CloseHour message = new CloseHour(HourId.of(NAME, hour), hour, region, null);
    String month = BillingMonth.of(hour, ZONE);
    MonthSoFar soFar = months.getOrDefault(month, MonthSoFar.none(currency));
    ClosedHour before = before(hour);
    ClosingHour.State state = new ClosingHour.State(usage(hour), packages, before, soFar);
    Decision decision = ClosingHour.decide(state, message, tariff, NAME, month, now);
    for (Event fact : ((Decision.Accepted) decision).events()) {
      HourClosed event = (HourClosed) fact;
      closed.put(hour, event);
      charges.add(event);
      months.put(
          month,
          soFar.with(
              HourCharge.exact(before.lines()),
              HourCharge.exact(event.lines()),
              Money.of(new BigDecimal(event.charge()), currency)));
    }
  }

  private ClosedHour before(Instant hour) {
    HourClosed before = closed.get(hour);
    return new ClosedHour(
        hour, region, currency.getCurrencyCode(), before == null ? List.of() : before.lines());
  }

  private List<ClosedHour> hours(String month) {
    return closed.values().stream()
        .filter(hour -> hour.month().equals(month))
        .map(hour -> new ClosedHour(hour.hour(), hour.region(), hour.currency(), hour.lines()))
        .toList();
  }

  private List<VaultUsage> usage(Instant begin) {
    Map<UUID, VaultLevel> levels = new HashMap<>();
    for (UsageChange change : heard.values()) {
      if (change.at().isBefore(begin)) {
        levels.merge(change.vaultId(), level(change), SimulatedProject::later);
      }
    }
    return Meter.hour(begin, levels.values(), heard.values());
  }

  private static VaultLevel level(UsageChange change) {
    return change instanceof UsageChange.Terms now
        ? new VaultLevel(now.vaultId(), 0, now.seq(), now.terms())
        : new VaultLevel(change.vaultId(), ((UsageChange.Bytes) change).delta(), 0, null);
  }

  private static VaultLevel later(VaultLevel one, VaultLevel other) {
    VaultLevel later = one.termsSeq() > other.termsSeq() ? one : other;
    return new VaultLevel(
        one.vaultId(), one.bytes() + other.bytes(), later.termsSeq(), later.terms());
  }
}
