package io.coffer.billing.bill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.billing.metering.UsageChange;
import io.coffer.billing.metering.VaultTerms;
import io.coffer.billing.product.Period;
import io.coffer.billing.product.Rounding;
import io.coffer.billing.product.Tariff;
import io.coffer.billing.product.TariffLoader;
import io.coffer.billing.resourcepackage.PackageTerm;
import io.coffer.contracts.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two years with a leap day, in which a price changes in the middle of a month. */
class TwoYearsTest {

  private static final Instant START = Instant.parse("2024-01-15T07:30:00Z");
  private static final Instant END = Instant.parse("2026-01-15T00:00:00Z");
  private static final List<String> PRODUCTS =
      List.of("vault.backup.server.normal", "vault.backup.rds.normal", "vault.backup.turbo.normal");

  @TempDir static Path folder;
  private static Tariff tariff;

  private final long seed = Long.getLong("coffer.bills.seed", System.nanoTime());
  private final Random random = new Random(seed);

  /** All of it happened then; some of it is heard of later. */
  private record Heard(Instant when, UsageChange change) {}

  @BeforeAll
  static void aPriceChanges() throws IOException {
    Files.writeString(
        folder.resolve("tariff.yaml"),
        """
        regions: [{region: here, currency: EUR}]
        products:
          - {kind: vault, spec_code: vault.backup.server.normal, product_id: v1, name: S, measure: provisioned}
          - {kind: vault, spec_code: vault.backup.rds.normal, product_id: v2, name: R, measure: used}
          - {kind: vault, spec_code: vault.backup.turbo.normal, product_id: v3, name: T, measure: used}
        prices:
          - {region: here, spec_code: vault.backup.server.normal, period: hour, amount: 0.00028, from: "2024-01-01T00:00:00Z"}
          - {region: here, spec_code: vault.backup.rds.normal, period: hour, amount: 0.00024,
             from: "2024-01-01T00:00:00Z", until: "2024-06-17T13:00:00Z"}
          - {region: here, spec_code: vault.backup.rds.normal, period: hour, amount: 0.0003,
             from: "2024-06-17T13:00:00Z"}
          - {region: here, spec_code: vault.backup.turbo.normal, period: hour, amount: 0.0005, from: "2025-02-01T00:00:00Z"}
        """);
    tariff = TariffLoader.in(folder);
  }

  @Test
  void billsTheSameWhateverIsHeardLateTwiceOrInAnotherOrder() throws Exception {
    List<UsageChange> happened = history();
    SimulatedProject prompt = live(happened.stream().map(one -> new Heard(one.at(), one)).toList());
    List<Heard> late =
        new ArrayList<>(
            happened.stream()
                .flatMap(
                    one ->
                        IntStream.rangeClosed(0, random.nextInt(2))
                            .mapToObj(again -> new Heard(one.at().plus(delay()), one)))
                .toList());
    Collections.shuffle(late, random);
    late.sort(Comparator.comparing(Heard::when));
    SimulatedProject tardy = live(late);
    assertThat(tardy.charges.size()).isGreaterThan(prompt.charges.size());

    assertThat(prompt.months()).as("seed %d", seed).hasSize(25).isEqualTo(tardy.months());
    for (String month : new TreeSet<>(prompt.months())) {
      String bill = prompt.bill(month);
      assertThat(tardy.bill(month)).as("seed %d, %s", seed, month).isEqualTo(bill);
      JsonNode read = Json.MAPPER.readTree(bill);
      BigDecimal total = new BigDecimal(read.path("total").asText());
      assertThat(total).as("seed %d, %s", seed, month).isPositive();
      assertThat(Rounding.number(prompt.charged(month))).isEqualTo(total);
      assertThat(Rounding.number(tardy.charged(month))).isEqualTo(total);
      assertThat(
              read.path("lines").findValuesAsText("amount").stream()
                  .map(BigDecimal::new)
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(total);
    }
  }

  /** Counted from change to change, without hours. */
  @Test
  void billsWhatASlowCountSays() throws Exception {
    UUID vault = new UUID(0, 1);
    List<UsageChange> changes = new ArrayList<>();
    changes.add(terms(vault, START, 1, "vault.backup.rds.normal", 50));
    changes.addAll(bytes(vault, 300));
    changes.sort(Comparator.comparing(UsageChange::at));
    SimulatedProject project = new SimulatedProject(tariff, "here");
    changes.forEach(project::hears);
    project.passesUntil(END.plus(Duration.ofDays(1)));
    for (String month : project.months()) {
      BigDecimal exact = BigDecimal.ZERO;
      long level = 0;
      for (int i = 0; i < changes.size(); i++) {
        level += changes.get(i) instanceof UsageChange.Bytes more ? more.delta() : 0;
        Instant from = changes.get(i).at();
        Instant until = i + 1 < changes.size() ? changes.get(i + 1).at() : END.plusSeconds(86_400);
        exact = exact.add(cost(level, from, until, month));
      }
      Money expected =
          Rounding.payable(
              exact, HourCharge.PRICED, tariff.prices().currency("here").orElseThrow());
      JsonNode bill = Json.MAPPER.readTree(project.bill(month));
      if (!month.equals("2026-01")) {
        assertThat(bill.path("total").asText())
            .as("seed %d, %s", seed, month)
            .isEqualTo(Rounding.number(expected).toPlainString());
      }
    }
    assertThat(Json.MAPPER.readTree(project.bill("2024-06")).at("/lines"))
        .extracting(line -> line.path("unit_price").asText())
        .containsExactly("0.00024", "0.0003");
    assertThat(Json.MAPPER.readTree(project.bill("2024-06")).at("/lines/0/ends_at").asText())
        .isEqualTo("2024-06-17T13:00:00.000+00:00");
  }

  private static BigDecimal cost(long bytes, Instant from, Instant until, String month) {
    Instant begin = BillingMonth.begin(month, ZoneOffset.UTC);
    Instant end = BillingMonth.end(month, ZoneOffset.UTC);
    return tariff.prices().prices().stream()
        .filter(price -> price.specCode().equals("vault.backup.rds.normal"))
        .filter(price -> price.period() == Period.HOUR)
        .map(
            price -> {
              Instant first = latest(from, begin, price.from());
              Instant last =
                  price.until() == null
                      ? earliest(until, end)
                      : earliest(until, end, price.until());
              return last.isAfter(first)
                  ? price
                      .amount()
                      .getNumberStripped()
                      .multiply(BigDecimal.valueOf(bytes))
                      .multiply(BigDecimal.valueOf(Duration.between(first, last).toMillis()))
                  : BigDecimal.ZERO;
            })
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Instant latest(Instant... moments) {
    return Stream.of(moments).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static Instant earliest(Instant... moments) {
    return Stream.of(moments).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** A day passes, then what was heard of in it is there. */
  private SimulatedProject live(List<Heard> heard) {
    SimulatedProject project = new SimulatedProject(tariff, "here");
    IntStream.range(0, 24).forEach(i -> project.buys(term(i)));
    Instant today = START;
    for (Heard one : heard) {
      while (one.when().isAfter(today)) {
        project.passesUntil(today);
        today = today.plus(1, ChronoUnit.DAYS);
      }
      project.hears(one.change());
    }
    project.passesUntil(END.plus(Duration.ofDays(10)));
    return project;
  }

  /** From month to month, also where the next one has no such day. */
  private static PackageTerm term(int i) {
    YearMonth month = YearMonth.of(2024, 1).plusMonths(i);
    return new PackageTerm(
        new UUID(3, i),
        "pkg",
        20,
        List.of("vault.backup.server.normal", "vault.backup.rds.normal"),
        month.atEndOfMonth().atTime(10, 20).toInstant(ZoneOffset.UTC),
        month.plusMonths(1).atEndOfMonth().atTime(10, 20).toInstant(ZoneOffset.UTC));
  }

  private List<UsageChange> history() {
    List<UsageChange> happened = new ArrayList<>();
    for (int v = 0; v < PRODUCTS.size(); v++) {
      UUID vault = new UUID(0, v);
      happened.add(terms(vault, START.plusMillis(v), 1, PRODUCTS.get(v), 40));
      happened.addAll(bytes(vault, 80));
      for (int seq = 2; seq < 10; seq++) {
        Instant at = START.plus(Duration.ofDays(seq * 70L)).plusMillis(random.nextInt(1 << 26));
        happened.add(terms(vault, at, seq, PRODUCTS.get(v), 20 + random.nextInt(60)));
      }
    }
    happened.sort(Comparator.comparing(UsageChange::at));
    return happened;
  }

  private List<UsageChange> bytes(UUID vault, int number) {
    long millis = Duration.between(START, END).toMillis();
    List<UsageChange> changes = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Instant at = START.plusMillis((long) (random.nextDouble() * millis));
      changes.add(
          new UsageChange.Bytes(
              new UUID(vault.getLeastSignificantBits() + 10, i),
              vault,
              at,
              1 + random.nextInt(1 << 30)));
    }
    return changes;
  }

  private static UsageChange terms(UUID vault, Instant at, int seq, String specCode, int sizeGb) {
    return new UsageChange.Terms(
        vault, at, seq, new VaultTerms("v", specCode, "post_paid", sizeGb, false));
  }

  private Duration delay() {
    return random.nextInt(10) == 0
        ? Duration.ofHours(random.nextInt(72))
        : Duration.ofSeconds(random.nextInt(200));
  }
}
