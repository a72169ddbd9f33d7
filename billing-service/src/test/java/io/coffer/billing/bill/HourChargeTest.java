package io.coffer.billing.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.billing.metering.VaultTerms;
import io.coffer.billing.metering.VaultUsage;
import io.coffer.billing.product.Tariff;
import io.coffer.billing.product.TariffLoader;
import io.coffer.billing.resourcepackage.PackageTerm;
import io.coffer.contracts.billing.BillEvent.UsageLine;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HourChargeTest {

  private static final Instant HOUR = Instant.parse("2026-01-01T10:00:00Z");
  private static final String SERVER = "vault.backup.server.normal";
  private static final String RDS = "vault.backup.rds.normal";
  private static final String TURBO = "vault.backup.turbo.normal";

  private final Tariff tariff = TariffLoader.comingAlong();

  @Test
  void chargesTheCapacityOrTheBytesAsTheProductSays() {
    assertThat(text(used(1, SERVER, "post_paid", 100, 7), used(2, RDS, "post_paid", 100, 7)))
        .containsExactly("1 capacity 100 at 0.00028", "2 stored 7 at 0.00024");
  }

  @Test
  void chargesOfAVaultThatIsPaidInAdvanceTheOverrunOnlyAndOnDemandOnly() {
    assertThat(text(used(1, SERVER, "pre_paid", 100, 130))).isEmpty();
    assertThat(text(used(1, SERVER, "on demand", 100, 130)))
        .containsExactly("1 overrun 30 at 0.00028");
    assertThat(text(used(1, SERVER, "on demand", 100, 99))).isEmpty();
  }

  @Test
  void takesFromThePackageThatExpiresFirstAndSplitsWhatIsLeft() {
    PackageTerm early = term(1, 40, 0, 10);
    PackageTerm late = term(2, 50, 0, 20);
    assertThat(text(List.of(late, early), used(1, SERVER, "post_paid", 100, 0)))
        .containsExactly(
            "1 capacity 40 from 1", "1 capacity 50 from 2", "1 capacity 10 at 0.00028");
  }

  @Test
  void takesFromAPackageForAsLongAsItIsValid() {
    PackageTerm half =
        new PackageTerm(
            new UUID(0, 1),
            "p",
            100,
            List.of(SERVER),
            HOUR.plus(Duration.ofMinutes(30)),
            HOUR.plus(Duration.ofDays(10)));
    assertThat(text(List.of(half), used(1, SERVER, "post_paid", 100, 0)))
        .containsExactly("1 capacity 50 from 1", "1 capacity 50 at 0.00028");
    assertThat(text(List.of(term(1, 100, -20, -10)), used(1, SERVER, "post_paid", 100, 0)))
        .containsExactly("1 capacity 100 at 0.00028");
  }

  @Test
  void takesTheDearestUseOverFirstAndNothingThatThePackageDoesNotCover() {
    assertThat(
            text(
                List.of(term(1, 60, 0, 10)),
                used(1, SERVER, "post_paid", 50, 0),
                used(2, TURBO, "post_paid", 50, 0),
                used(3, RDS, "post_paid", 0, 50)))
        .containsExactly(
            "2 capacity 50 from 1",
            "1 capacity 10 from 1",
            "1 capacity 40 at 0.00028",
            "3 stored 50 at 0.00024");
  }

  @Test
  void takesOverAnOverrunToo() {
    assertThat(text(List.of(term(1, 20, 0, 10)), used(1, SERVER, "on demand", 100, 130)))
        .containsExactly("1 overrun 20 from 1", "1 overrun 10 at 0.00028");
  }

  @Test
  void leavesWithoutAPriceWhatNobodySells() {
    List<UsageLine> lines =
        HourCharge.lines(
            HOUR,
            "nowhere",
            List.of(used(1, SERVER, "post_paid", 100, 0)),
            List.of(),
            Map.of(),
            tariff.products(),
            tariff.prices());
    assertThat(lines.get(0).price()).isNull();
    assertThat(HourCharge.exact(lines)).isZero();
  }

  private List<String> text(VaultUsage... usage) {
    return text(List.of(), usage);
  }

  private List<String> text(List<PackageTerm> packages, VaultUsage... usage) {
    return HourCharge.lines(
            HOUR,
            "region-1",
            List.of(usage),
            packages,
            Map.of(),
            tariff.products(),
            tariff.prices())
        .stream()
        .map(
            line ->
                line.vaultId().getLeastSignificantBits()
                    + " "
                    + line.measure()
                    + " "
                    + line.byteMillis().divide(gigabytes(1))
                    + (line.packageId() == null
                        ? " at " + line.price()
                        : " from " + line.packageId().getLeastSignificantBits()))
        .toList();
  }

  private static VaultUsage used(int vault, String specCode, String mode, int sizeGb, int usedGb) {
    boolean demand = mode.equals("on demand");
    return new VaultUsage(
        new UUID(0, vault),
        new VaultTerms("v", specCode, demand ? "pre_paid" : mode, sizeGb, demand),
        gigabytes(sizeGb),
        gigabytes(usedGb),
        gigabytes(Math.max(0, usedGb - sizeGb)));
  }

  /** For the hour. */
  private static BigInteger gigabytes(int number) {
    return HourCharge.PRICED.toBigIntegerExact().multiply(BigInteger.valueOf(number));
  }

  private static PackageTerm term(int id, int volumeGb, int fromDay, int untilDay) {
    return new PackageTerm(
        new UUID(0, id),
        "p",
        volumeGb,
        Stream.of(SERVER, TURBO).toList(),
        HOUR.plus(Duration.ofDays(fromDay)),
        HOUR.plus(Duration.ofDays(untilDay)));
  }
}
