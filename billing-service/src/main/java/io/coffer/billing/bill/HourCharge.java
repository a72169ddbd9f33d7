package io.coffer.billing.bill;

import static java.util.stream.Collectors.toMap;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

  private final List<Allowance> allowances;
  private final List<UsageLine> lines = new ArrayList<>();

  private HourCharge(Collection<PackageTerm> packages, Map<UUID, BigInteger> taken, Instant hour) {
    this.allowances =
        packages.stream()
            .sorted(PackageTerm.FIRST_EXPIRED_FIRST)
            .map(one -> new Allowance(one, taken.getOrDefault(one.id(), BigInteger.ZERO), hour))
            .toList();
  }

  /**
   * The lines of an hour. Packages take over the dearest use that they cover first, the package
   * that expires first before the others; what remains is paid per use.
   *
   * @param taken of packages in this hour before
   */
  static List<UsageLine> lines(
      Instant hour,
      String region,
      List<VaultUsage> usage,
      Collection<PackageTerm> packages,
      Map<UUID, BigInteger> taken,
      Products products,
      PriceBook prices) {
    HourCharge charge = new HourCharge(packages, taken, hour);
    usage.stream()
        .flatMap(used -> charged(used, products))
        .collect(toMap(Thing::of, line -> line, HourCharge::together, LinkedHashMap::new))
        .values()
        .stream()
        .map(line -> new Priced(line, price(prices, region, line.specCode(), hour)))
        .sorted(Priced.DEAREST_FIRST)
        .forEach(charge::take);
    return charge.lines;
  }

  /** What use under a spec code costs in an hour; empty where nobody sells it. */
  static Optional<BigDecimal> price(
      PriceBook prices, String region, String specCode, Instant hour) {
    return prices
        .price(region, specCode, Period.HOUR, hour)
        .map(Price::amount)
        .map(Money::getNumberStripped);
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

  /** A vault may have been charged in two ways for the same. */
  private static UsageLine together(UsageLine one, UsageLine later) {
    return new UsageLine(
        later.vaultId(),
        later.vaultName(),
        later.specCode(),
        later.measure(),
        one.byteMillis().add(later.byteMillis()),
        null,
        null);
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

  /** What there is one line for. */
  private record Thing(UUID vaultId, String specCode, String measure) {

    static Thing of(UsageLine line) {
      return new Thing(line.vaultId(), line.specCode(), line.measure());
    }
  }

  private record Priced(UsageLine line, Optional<BigDecimal> price) {

    static final Comparator<Priced> DEAREST_FIRST =
        Comparator.comparing((Priced one) -> one.price().orElse(BigDecimal.ZERO))
            .reversed()
            .thenComparing(one -> one.line().vaultId().toString())
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

    Allowance(PackageTerm term, BigInteger taken, Instant hour) {
      this.term = term;
      this.left =
          GIGABYTE
              .multiply(BigInteger.valueOf(term.volumeGb()))
              .multiply(BigInteger.valueOf(term.millisOf(hour, hour.plus(Meter.HOUR))))
              .subtract(taken)
              .max(BigInteger.ZERO);
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
