package io.coffer.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeterTest {

  private static final Instant HOUR = Instant.parse("2026-01-01T10:00:00Z");
  private static final UUID VAULT = new UUID(0, 1);
  private static final long GB = 1L << 30;
  private static final VaultTerms TERMS = terms("post_paid", 10, false);

  private long events;

  static List<Long> seeds() {
    return new Random().longs(20).boxed().toList();
  }

  @Test
  void countsAWholeHourOfWhatWasThereBefore() {
    assertThat(hour(List.of(new VaultLevel(VAULT, GB, 1, TERMS)), List.of()))
        .containsExactly(usage(TERMS, 10 * GB * 3_600_000, GB * 3_600_000, 0));
  }

  @Test
  void countsEachByteFromItsMomentOn() {
    assertThat(
            hour(
                List.of(new VaultLevel(VAULT, GB, 1, TERMS)),
                List.of(bytes(1_000, 5), bytes(3_599_999, 7))))
        .containsExactly(usage(TERMS, 10 * GB * 3_600_000, GB * 3_600_000 + 5L * 3_599_000 + 7, 0));
  }

  @Test
  void beginsAndEndsWithTheVault() {
    assertThat(hour(List.of(), List.of(terms(600_000, 1, TERMS), terms(1_200_000, 2, null))))
        .containsExactly(usage(TERMS, 10 * GB * 600_000, 0, 0));
  }

  @Test
  void tellsTermsApartThatAreChargedDifferently() {
    VaultTerms paid = terms("pre_paid", 20, true);
    assertThat(
            hour(
                List.of(new VaultLevel(VAULT, 25 * GB, 1, TERMS)),
                List.of(terms(1_800_000, 2, paid))))
        .containsExactly(
            usage(TERMS, 10 * GB * 1_800_000, 25 * GB * 1_800_000, 15 * GB * 1_800_000),
            usage(paid, 20 * GB * 1_800_000, 25 * GB * 1_800_000, 5 * GB * 1_800_000));
  }

  @Test
  void letsTheLaterOfTwoTermsHoldWhateverTheClocksSaid() {
    VaultTerms later = terms("post_paid", 30, false);
    assertThat(
            hour(
                List.of(new VaultLevel(VAULT, 0, 1, TERMS)),
                List.of(
                    terms(1_000_000, 3, later),
                    terms(2_000_000, 2, terms("post_paid", 20, false)))))
        .containsExactly(usage(later, 10 * GB * 2_000_000 + 30 * GB * 1_600_000, 0, 0));
    assertThat(
            hour(List.of(new VaultLevel(VAULT, 0, 5, TERMS)), List.of(terms(1_000_000, 3, later))))
        .containsExactly(usage(TERMS, 10 * GB * 3_600_000, 0, 0));
  }

  @Test
  void neverCountsLessThanNothing() {
    assertThat(hour(List.of(new VaultLevel(VAULT, -GB, 1, TERMS)), List.of()))
        .containsExactly(usage(TERMS, 10 * GB * 3_600_000, 0, 0));
  }

  @Test
  void countsTheLargestVaultExactly() {
    VaultTerms largest = terms("post_paid", 10_485_760, false);
    assertThat(hour(List.of(new VaultLevel(VAULT, 0, 1, largest)), List.of()).get(0).capacity())
        .isEqualTo(new BigInteger("40532396646334464000000"));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void saysTheSameWhateverIsHeardTwiceOrLate(long seed) {
    Random random = new Random(seed);
    List<UsageChange> changes = new ArrayList<>();
    changes.add(terms(0, 1, TERMS));
    for (int i = 2; i < 60; i++) {
      int at = random.nextInt(3_600) * 1_000;
      changes.add(
          random.nextInt(3) == 0
              ? terms(at, i, terms("post_paid", 1 + random.nextInt(50), false))
              : bytes(at, random.nextInt(1_000)));
    }
    List<VaultUsage> once = hour(List.of(), changes);
    assertThat(once.get(0).stored()).as("seed %d", seed).isEqualTo(slowly(changes));
    List<UsageChange> again = new ArrayList<>(changes);
    for (int i = 0; i < 30; i++) {
      again.add(changes.get(random.nextInt(changes.size())));
    }
    Collections.shuffle(again, random);
    assertThat(hour(List.of(), again)).as("seed %d", seed).isEqualTo(once);
  }

  /** Looks once a second how much is there. */
  private static BigInteger slowly(List<UsageChange> changes) {
    long sum = 0;
    for (int second = 0; second < 3_600; second++) {
      Instant now = HOUR.plusSeconds(second);
      sum +=
          1_000
              * changes.stream()
                  .filter(change -> !change.at().isAfter(now))
                  .mapToLong(change -> change instanceof UsageChange.Bytes b ? b.delta() : 0)
                  .sum();
    }
    return BigInteger.valueOf(sum);
  }

  private static List<VaultUsage> hour(List<VaultLevel> levels, List<UsageChange> changes) {
    return Meter.hour(HOUR, levels, changes);
  }

  private UsageChange bytes(int millis, long delta) {
    return new UsageChange.Bytes(new UUID(1, events++), VAULT, HOUR.plusMillis(millis), delta);
  }

  private UsageChange terms(int millis, long seq, VaultTerms terms) {
    return new UsageChange.Terms(VAULT, HOUR.plusMillis(millis), seq, terms);
  }

  private static VaultTerms terms(String mode, int sizeGb, boolean demandBilling) {
    return new VaultTerms("web", "vault.backup.server.normal", mode, sizeGb, demandBilling);
  }

  private static VaultUsage usage(VaultTerms terms, long capacity, long stored, long overrun) {
    return new VaultUsage(
        VAULT,
        terms,
        BigInteger.valueOf(capacity),
        BigInteger.valueOf(stored),
        BigInteger.valueOf(overrun));
  }
}
