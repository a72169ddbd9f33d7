package io.coffer.billing.bill;

import io.coffer.billing.metering.Meter;
import io.coffer.billing.metering.VaultUsage;
import io.coffer.billing.product.Measure;
import io.coffer.billing.product.Period;
import io.coffer.billing.product.Price;
import io.coffer.billing.product.PriceBook;
import io.coffer.billing.product.Product;
import io.coffer.billing.product.Products;
import io.coffer.billing.resourcepackage.PackageTerm;
import io.coffer.contracts.billing.BillEvent.UsageLine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.javamoney.moneta.Money;

/** What an hour costs: a pure function of usage, packages, products and prices. */
final class HourCharge {

  /** Of a vault whose product is in no file. */
  private static final Measure UNKNOWN = Measure.PROVISIONED;

  private static final BigInteger GIGABYTE = BigInteger.ONE.shiftLeft(30);

  /** Bytes times milliseconds in what a price is for, a gigabyte for an hour. */
  static final BigDecimal PRICED =
      new BigDecimal(GIGABYTE.multiply(BigInteger.valueOf(Meter.HOUR.toMillis())));

  private final Instant hour;
  private final List<Allowance> allowances;
  private final List<UsageLine> lines = new ArrayList<>();

  private HourCharge(Instant hour, Collection<PackageTerm> packages) {
    this.hour = hour;
    this.allowances =
        packages.stream()
            .sorted(PackageTerm.FIRST_EXPIRED_FIRST)
            .map(one -> new Allowance(one, hour))
            .toList();
  }

  /**
   * The lines of an hour. Packages take over the dearest use that they cover first, the package
   * that expires first before the others; what remains is paid per use.
   */
  static List<UsageLine> lines(
      Instant hour,
      String region,
      List<VaultUsage> usage,
      Collection<PackageTerm> packages,
      Products products,
      PriceBook prices) {
    HourCharge charge = new HourCharge(hour, packages);
    usage.stream()
        .flatMap(
            used -> {
              Optional<Price> price =
                  prices.price(region, used.terms().specCode(), Period.HOUR, hour);
              return charged(used, products)
                  .map(line -> new Priced(line, price.map(Price::amount).map(HourCharge::number)));
            })
        .sorted(Priced.DEAREST_FIRST)
        .forEach(charge::take);
    return charge.lines;
  }

  /** What lines cost, as a multiple of what {@link #PRICED} is a part of. */
  static BigDecimal exact(List<UsageLine> lines) {
    return lines.stream()
        .filter(HourCharge::costs)
        .map(line -> new BigDecimal(line.price()).multiply(new BigDecimal(line.byteMillis())))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .stripTrailingZeros();
  }

  /** Whether a line costs anything: nobody took it over, and somebody sells it. */
  static boolean costs(UsageLine line) {
    return line.packageId() == null && line.price() != null;
  }

  private static Stream<UsageLine> charged(VaultUsage used, Products products) {
    if (used.terms().prePaid()) {
      return used.terms().demandBilling() ? line(used, "overrun", used.overrun()) : Stream.empty();
    }
    Measure measure =
        products
            .find(Product.Vault.class, used.terms().specCode())
            .map(Product.Vault::measure)
            .orElse(UNKNOWN);
    return switch (measure) {
      case PROVISIONED -> line(used, "capacity", used.capacity());
      case USED -> line(used, "stored", used.stored());
    };
  }

  private static Stream<UsageLine> line(VaultUsage used, String measure, BigInteger byteMillis) {
    return byteMillis.signum() == 0
        ? Stream.empty()
        : Stream.of(
            new UsageLine(
                used.vaultId(),
                used.terms().name(),
                used.terms().specCode(),
                measure,
                byteMillis,
                null,
                null));
  }

  private void take(Priced priced) {
    BigInteger open = priced.line().byteMillis();
    for (Allowance allowance : allowances) {
      BigInteger taken = allowance.take(priced.line().specCode(), open);
      if (taken.signum() > 0) {
        lines.add(part(priced.line(), taken, allowance, priced.text()));
        open = open.subtract(taken);
      }
    }
    if (open.signum() > 0) {
      lines.add(part(priced.line(), open, null, priced.text()));
    }
  }

  private static UsageLine part(
      UsageLine line, BigInteger byteMillis, Allowance from, String price) {
    return new UsageLine(
        line.vaultId(),
        line.vaultName(),
        line.specCode(),
        line.measure(),
        byteMillis,
        from == null ? null : from.term.id(),
        price);
  }

  private static BigDecimal number(Money money) {
    return money.getNumberStripped();
  }

  private record Priced(UsageLine line, Optional<BigDecimal> price) {

    static final Comparator<Priced> DEAREST_FIRST =
        Comparator.comparing((Priced one) -> one.price().orElse(BigDecimal.ZERO))
            .reversed()
            .thenComparing(one -> one.line().vaultId())
            .thenComparing(one -> one.line().specCode())
            .thenComparing(one -> one.line().measure());

    String text() {
      return price.map(BigDecimal::toPlainString).orElse(null);
    }
  }

  /** What a package has left in the hour. */
  private static final class Allowance {

    final PackageTerm term;
    private BigInteger left;

    Allowance(PackageTerm term, Instant hour) {
      this.term = term;
      this.left =
          GIGABYTE
              .multiply(BigInteger.valueOf(term.volumeGb()))
              .multiply(BigInteger.valueOf(term.millisOf(hour, hour.plus(Meter.HOUR))));
    }

    BigInteger take(String specCode, BigInteger wanted) {
      if (!term.covers().contains(specCode)) {
        return BigInteger.ZERO;
      }
      BigInteger taken = left.min(wanted);
      left = left.subtract(taken);
      return taken;
    }
  }
}
