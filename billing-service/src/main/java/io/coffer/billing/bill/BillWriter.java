package io.coffer.billing.bill;

import static java.util.stream.Collectors.toMap;

import io.coffer.billing.metering.Meter;
import io.coffer.billing.product.Product;
import io.coffer.billing.product.Products;
import io.coffer.billing.product.Rounding;
import io.coffer.billing.resourcepackage.PackageTerm;
import io.coffer.owner.time.WireTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /**
   * Begins the bill of a month.
   *
   * @param closedUntil how far the month is closed; null where no hour of it is
   * @param packages those that something may have been taken from
   */
  Writing begin(
      String project,
      String month,
      String region,
      CurrencyUnit currency,
      Instant closedUntil,
      Collection<PackageTerm> packages) {
    return new Writing(project, month, region, currency, closedUntil, packages);
  }

  /** A bill, some lines after the others. */
  final class Writing {
    private final String project;
    private final String month;
    private final String region;
    private final CurrencyUnit currency;
    private final Instant closedUntil;
    private final Map<UUID, String> packageNames;
    private final RunningTotal total;

    private Writing(
        String project,
        String month,
        String region,
        CurrencyUnit currency,
        Instant closedUntil,
        Collection<PackageTerm> packages) {
      this.project = project;
      this.month = month;
      this.region = region;
      this.currency = currency;
      this.closedUntil = closedUntil;
      this.packageNames = packages.stream().collect(toMap(PackageTerm::id, PackageTerm::specCode));
      this.total = new RunningTotal(currency);
    }

    /** The next lines: all of some vaults, which are behind those before. */
    List<Bill.Line> lines(List<MonthLine> used) {
      return used.stream()
          .sorted(MonthLine.ORDER)
          .map(one -> line(one, total.add(one), packageNames))
          .toList();
    }

    /** The bill with these lines and the total so far. */
    Bill bill(List<Bill.Line> lines) {
      return new Bill(
          HourId.of(project, month, currency.getCurrencyCode()),
          project,
          month,
          WireTime.offset(BillingMonth.begin(month, zone)),
          WireTime.offset(BillingMonth.end(month, zone)),
          closedUntil == null ? null : WireTime.offset(closedUntil),
          region,
          currency.getCurrencyCode(),
          total.text(),
          lines);
    }
  }

  private Bill.Line line(MonthLine used, String amount, Map<UUID, String> packageNames) {
    Optional<Product> product = products.find(used.specCode());
    return new Bill.Line(
        used.vaultId(),
        used.vaultName(),
        used.specCode(),
        product.map(Product::productId).orElse(null),
        product.map(Product::name).orElse(null),
        used.measure(),
        WireTime.offset(used.first()),
        WireTime.offset(used.last().plus(Meter.HOUR)),
        used.byteMillis()
            .divide(HourCharge.PRICED, DECIMALS_FOR_THE_EYE, RoundingMode.HALF_EVEN)
            .toPlainString(),
        "GB-Hours",
        used.price(),
        amount,
        used.packageId(),
        used.packageId() == null ? null : packageNames.get(used.packageId()));
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

    String add(MonthLine used) {
      BigDecimal before = rounded;
      if (used.packageId() == null && used.price() != null) {
        exact = exact.add(new BigDecimal(used.price()).multiply(used.byteMillis()));
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
