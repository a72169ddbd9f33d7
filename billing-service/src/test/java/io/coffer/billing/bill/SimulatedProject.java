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
import io.coffer.contracts.billing.BillEvent.UsageLine;
import io.coffer.contracts.billing.HourPart;
import io.coffer.messaging.decision.Decision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
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
  private final Set<UsageChange> heard = new LinkedHashSet<>();
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
    if (heard.add(change)) {
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
    BillWriter.Writing bill =
        new BillWriter(tariff.products(), ZONE)
            .begin(NAME, month, region, currency, until(month), packages);
    return Json.MAPPER.writeValueAsString(bill.bill(bill.lines(lines(month))));
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
    CloseHour message = new CloseHour(HourId.of(NAME, hour), hour, region, null, HourPart.WHOLE);
    String month = BillingMonth.of(hour, ZONE);
    MonthSoFar soFar = months.getOrDefault(month, MonthSoFar.none(currency));
    List<UsageLine> before = closed.containsKey(hour) ? closed.get(hour).lines() : List.of();
    ClosingHour.State state = new ClosingHour.State(usage(hour), packages, Map.of(), before, soFar);
    Decision decision = ClosingHour.decide(state, message, tariff, NAME, month, now);
    for (Event fact : ((Decision.Accepted) decision).events()) {
      HourClosed event = (HourClosed) fact;
      closed.put(hour, event);
      charges.add(event);
      months.put(
          month,
          soFar.with(
              HourCharge.exact(before),
              HourCharge.exact(event.lines()),
              Money.of(new BigDecimal(event.charge()), currency)));
    }
  }

  private Instant until(String month) {
    return hours(month).reduce((one, later) -> later).orElseThrow().hour().plus(Meter.HOUR);
  }

  /** What the database adds up. */
  private List<MonthLine> lines(String month) {
    Map<List<Object>, MonthLine> sums = new HashMap<>();
    hours(month)
        .forEach(
            hour ->
                hour.lines()
                    .forEach(
                        line ->
                            sums.merge(
                                Arrays.asList(
                                    line.vaultId(),
                                    line.specCode(),
                                    line.measure(),
                                    line.packageId(),
                                    line.price()),
                                line(hour.hour(), line),
                                SimulatedProject::sum)));
    return List.copyOf(sums.values());
  }

  private static MonthLine line(Instant hour, UsageLine line) {
    return new MonthLine(
        line.vaultId(),
        line.specCode(),
        line.measure(),
        line.packageId(),
        line.price(),
        line.vaultName(),
        hour,
        hour,
        new BigDecimal(line.byteMillis()));
  }

  private static MonthLine sum(MonthLine one, MonthLine later) {
    return new MonthLine(
        one.vaultId(),
        one.specCode(),
        one.measure(),
        one.packageId(),
        one.price(),
        later.vaultName(),
        one.first(),
        later.last(),
        one.byteMillis().add(later.byteMillis()));
  }

  private Stream<HourClosed> hours(String month) {
    return closed.values().stream().filter(hour -> hour.month().equals(month));
  }

  private List<VaultUsage> usage(Instant begin) {
    Map<UUID, VaultLevel> levels = new HashMap<>();
    for (UsageChange change : heard) {
      if (change.at().isBefore(begin)) {
        levels.merge(change.vaultId(), level(change), SimulatedProject::later);
      }
    }
    return Meter.hour(begin, levels.values(), heard);
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
