package io.coffer.billing.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.metering.Meter;
import io.coffer.billing.metering.VaultTerms;
import io.coffer.billing.metering.VaultUsage;
import io.coffer.billing.product.Tariff;
import io.coffer.billing.product.TariffLoader;
import io.coffer.billing.resourcepackage.PackageTerm;
import io.coffer.contracts.billing.BillEvent.UsageLine;
import io.coffer.contracts.billing.HourPart;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is charged does not depend on the parts in which it is. */
class HourPartsTest {

  private static final Instant HOUR = Instant.parse("2026-01-01T10:00:00Z");
  private static final List<String> CODES =
      List.of(
          "vault.backup.server.normal",
          "vault.backup.rds.normal",
          "vault.backup.turbo.normal",
          "vault.backup.volume.normal",
          "vault.backup.file.normal",
          "vault.nobody.knows");

  @TempDir Path folder;

  private final long seed = Long.getLong("coffer.bills.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void chargesInPartsWhatItWouldChargeAtOnce() throws IOException {
    Tariff tariff = null;
    for (int round = 0; round < 2000; round++) {
      tariff = round % 50 == 0 ? tariff(round) : tariff;
      List<PackageTerm> packages =
          IntStream.range(0, random.nextInt(4)).mapToObj(this::term).toList();
      Closed closed = new Closed(tariff, packages);
      List<VaultUsage> early = usage();
      closed.inParts(early);
      assertThat(closed.lines()).as("seed %d", seed).isEqualTo(closed.atOnce(early));
      List<VaultUsage> late = new ArrayList<>(early.subList(0, random.nextInt(early.size() + 1)));
      late.addAll(usage());
      closed.inParts(late);
      assertThat(closed.lines()).as("seed %d", seed).isEqualTo(closed.atOnce(late));
    }
  }

  @Test
  void goesThroughTheVaultsOnceForEachPriceThatPackagesCover() {
    Function<String, BigDecimal> prices =
        code -> new BigDecimal(Map.of("a", "3", "b", "1", "c", "3").getOrDefault(code, "0"));
    assertThat(HourParts.specCodes(List.of(), List.of(), prices)).isEmpty();
    assertThat(HourParts.specCodes(List.of(), List.of("a", "c"), prices)).isEmpty();
    assertThat(HourParts.specCodes(List.of(), List.of("c", "b", "a", "d"), prices))
        .containsExactly("a", "c");
    assertThat(HourParts.specCodes(List.of("a", "c"), List.of("c", "b", "a", "d"), prices))
        .containsExactly("b");
    assertThat(HourParts.specCodes(List.of("a", "c", "b"), List.of("c", "b", "a", "d"), prices))
        .isEmpty();
  }

  /** An hour as the table of its lines has it. */
  private class Closed {
    private final Tariff tariff;
    private final List<PackageTerm> packages;
    private List<UsageLine> table = new ArrayList<>();

    Closed(Tariff tariff, List<PackageTerm> packages) {
      this.tariff = tariff;
      this.packages = packages;
    }

    void inParts(List<VaultUsage> usage) {
      List<String> covered = packages.stream().flatMap(one -> one.covers().stream()).toList();
      HourPart part = new HourPart(null, null, List.of(), null);
      do {
        List<String> codes = HourParts.specCodes(part.earlier(), covered, this::price);
        part = new HourPart(part.from(), cut(usage, part.from()), part.earlier(), codes);
        close(part, usage);
        HourPart next = new HourPart(part.until(), null, HourParts.through(part), null);
        if (part.ends()) {
          return;
        }
        part = next;
      } while (true);
    }

    private void close(HourPart part, List<VaultUsage> usage) {
      Map<UUID, BigInteger> taken = new HashMap<>();
      table.stream()
          .filter(line -> line.packageId() != null)
          .filter(
              line ->
                  part.earlier().contains(line.specCode())
                      || part.from() != null
                          && part.includes(line.specCode())
                          && text(line.vaultId()).compareTo(text(part.from())) < 0)
          .forEach(line -> taken.merge(line.packageId(), line.byteMillis(), BigInteger::add));
      table.removeIf(line -> part.includes(line.specCode()) && within(part, line.vaultId()));
      table.addAll(
          HourCharge.lines(
              HOUR,
              "here",
              usage.stream()
                  .filter(one -> within(part, one.vaultId()))
                  .filter(one -> part.includes(one.terms().specCode()))
                  .toList(),
              packages,
              taken,
              tariff.products(),
              tariff.prices()));
    }

    List<UsageLine> lines() {
      return sorted(table);
    }

    List<UsageLine> atOnce(List<VaultUsage> usage) {
      return sorted(
          HourCharge.lines(
              HOUR, "here", usage, packages, Map.of(), tariff.products(), tariff.prices()));
    }

    private BigDecimal price(String code) {
      return HourCharge.price(tariff.prices(), "here", code, HOUR).orElse(BigDecimal.ZERO);
    }
  }

  private static List<UsageLine> sorted(List<UsageLine> lines) {
    return lines.stream().sorted(Comparator.comparing(UsageLine::toString)).toList();
  }

  /** As the database compares them. */
  private static String text(UUID id) {
    return id.toString();
  }

  private static boolean within(HourPart part, UUID id) {
    return (part.from() == null || text(part.from()).compareTo(text(id)) <= 0)
        && (part.until() == null || text(id).compareTo(text(part.until())) < 0);
  }

  /** Somewhere behind, or at the end. */
  private UUID cut(List<VaultUsage> usage, UUID from) {
    TreeSet<String> behind = new TreeSet<>();
    usage.forEach(one -> behind.add(text(one.vaultId())));
    TreeSet<String> left = new TreeSet<>(from == null ? behind : behind.tailSet(text(from), false));
    int skipped = random.nextInt(4);
    return left.stream().skip(skipped).findFirst().map(UUID::fromString).orElse(null);
  }

  private Tariff tariff(int round) throws IOException {
    StringBuilder yaml = new StringBuilder("regions: [{region: here, currency: EUR}]\nproducts:\n");
    CODES.stream()
        .limit(5)
        .forEach(
            code ->
                yaml.append(
                    "  - {kind: vault, spec_code: %s, product_id: p%d, name: N, measure: %s}\n"
                        .formatted(
                            code,
                            CODES.indexOf(code),
                            random.nextBoolean() ? "used" : "provisioned")));
    yaml.append("prices:\n");
    CODES.stream()
        .limit(1 + random.nextInt(5))
        .forEach(
            code ->
                yaml.append(
                    "  - {region: here, spec_code: %s, period: hour, amount: %s, from: \"%s\"}\n"
                        .formatted(code, "0.000" + (1 + random.nextInt(3)), HOUR)));
    Path one = Files.createDirectories(folder.resolve("tariff-" + round));
    Files.writeString(one.resolve("tariff.yaml"), yaml);
    return TariffLoader.in(one);
  }

  private PackageTerm term(int i) {
    return new PackageTerm(
        new UUID(7, i),
        "p",
        random.nextInt(200),
        CODES.stream().filter(code -> random.nextInt(3) > 0).toList(),
        HOUR.minusSeconds(random.nextInt(7200) - 3000),
        HOUR.plusSeconds(random.nextInt(7200)));
  }

  /** A vault may have been several things in the hour. */
  private List<VaultUsage> usage() {
    List<VaultUsage> usage = new ArrayList<>();
    for (int vault = random.nextInt(12); vault > 0; vault--) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      for (int i = 0; i <= random.nextInt(3); i++) {
        usage.add(
            new VaultUsage(
                id,
                new VaultTerms(
                    "v" + i,
                    CODES.get(random.nextInt(CODES.size())),
                    random.nextInt(4) == 0 ? "pre_paid" : "post_paid",
                    1,
                    random.nextBoolean()),
                gigabytes(random.nextInt(100)),
                gigabytes(random.nextInt(100)),
                gigabytes(random.nextInt(20))));
      }
    }
    return usage;
  }

  private static BigInteger gigabytes(int number) {
    return BigInteger.ONE
        .shiftLeft(30)
        .multiply(BigInteger.valueOf(Duration.ofMinutes(1).toMillis()))
        .multiply(BigInteger.valueOf(number))
        .multiply(BigInteger.valueOf(Meter.HOUR.toMinutes()))
        .add(BigInteger.valueOf(number));
  }
}
