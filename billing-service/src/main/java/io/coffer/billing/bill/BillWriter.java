package io.coffer.billing.bill;

import static java.util.stream.Collectors.toMap;

import io.coffer.billing.metering.Meter;
import io.coffer.billing.product.Product;
import io.coffer.billing.product.Products;
import io.coffer.billing.product.Rounding;
import io.coffer.billing.resourcepackage.PackageTerm;
import io.coffer.contracts.billing.BillEvent.UsageLine;
import io.coffer.owner.time.WireTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.money.CurrencyUnit;

/** Makes bills of closed hours: the same hours give the same bill, byte for byte. */
final class BillWriter {

  private static final int DECIMALS_FOR_THE_EYE = 6;

  private final Products products;
  private final ZoneId zone;

  BillWriter(Products products, ZoneId zone) {
    this.products = products;
    this.zone = zone;
  }

  /** What makes one line of many hours; in this order they stand. */
  private record Key(UUID vaultId, String specCode, String measure, UUID packageId, String price) {

    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::vaultId)
            .thenComparing(Key::specCode)
            .thenComparing(Key::measure)
            .thenComparing(Key::packageId, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Key::price, Comparator.nullsFirst(Comparator.naturalOrder()));

    static Key of(UsageLine line) {
      return new Key(
          line.vaultId(), line.specCode(), line.measure(), line.packageId(), line.price());
    }
  }

  private static final class Sum {
    private Instant begin;
    private Instant end;
    private String vaultName;
    private BigInteger byteMillis = BigInteger.ZERO;

    void add(Instant hour, UsageLine line) {
      begin = begin == null ? hour : begin;
      end = hour.plus(Meter.HOUR);
      vaultName = line.vaultName();
      byteMillis = byteMillis.add(line.byteMillis());
    }
  }

  /**
   * The bill of a month.
   *
   * @param hours the closed hours of the month in this currency, in their order
   * @param packages those that something may have been taken from
   */
  Bill write(
      String project,
      String month,
      String region,
      CurrencyUnit currency,
      List<ClosedHour> hours,
      Collection<PackageTerm> packages) {
    Map<Key, Sum> sums = new TreeMap<>(Key.ORDER);
    for (ClosedHour hour : hours) {
      for (UsageLine line : hour.lines()) {
        sums.computeIfAbsent(Key.of(line), none -> new Sum()).add(hour.hour(), line);
      }
    }
    Map<UUID, String> packageNames =
        packages.stream().collect(toMap(PackageTerm::id, PackageTerm::specCode));
    List<Bill.Line> lines = new ArrayList<>();
    RunningTotal total = new RunningTotal(currency);
    sums.forEach(
        (key, sum) -> lines.add(line(key, sum, total.add(key, sum.byteMillis), packageNames)));
    return new Bill(
        HourId.of(project, month, currency.getCurrencyCode()),
        project,
        month,
        WireTime.offset(BillingMonth.begin(month, zone)),
        WireTime.offset(BillingMonth.end(month, zone)),
        hours.isEmpty()
            ? null
            : WireTime.offset(hours.get(hours.size() - 1).hour().plus(Meter.HOUR)),
        region,
        currency.getCurrencyCode(),
        total.text(),
        lines);
  }

  private Bill.Line line(Key key, Sum sum, String amount, Map<UUID, String> packageNames) {
    Optional<Product> product = products.find(key.specCode());
    return new Bill.Line(
        key.vaultId(),
        sum.vaultName,
        key.specCode(),
        product.map(Product::productId).orElse(null),
        product.map(Product::name).orElse(null),
        key.measure(),
        WireTime.offset(sum.begin),
        WireTime.offset(sum.end),
        new BigDecimal(sum.byteMillis)
            .divide(HourCharge.PRICED, DECIMALS_FOR_THE_EYE, RoundingMode.HALF_EVEN)
            .toPlainString(),
        "GB-Hours",
        key.price(),
        amount,
        key.packageId(),
        key.packageId() == null ? null : packageNames.get(key.packageId()));
  }

  /** Rounds the running total and not each line, so that the lines add up to what it ends with. */
  private static final class RunningTotal {
    private final CurrencyUnit currency;
    private BigDecimal exact = BigDecimal.ZERO;
    private BigDecimal rounded;

    RunningTotal(CurrencyUnit currency) {
      this.currency = currency;
      this.rounded = round();
    }

    String add(Key key, BigInteger byteMillis) {
      BigDecimal before = rounded;
      if (key.packageId() == null && key.price() != null) {
        exact = exact.add(new BigDecimal(key.price()).multiply(new BigDecimal(byteMillis)));
        rounded = round();
      }
      return rounded.subtract(before).toPlainString();
    }

    String text() {
      return rounded.toPlainString();
    }

    private BigDecimal round() {
      return Rounding.number(Rounding.payable(exact, HourCharge.PRICED, currency));
    }
  }
}
