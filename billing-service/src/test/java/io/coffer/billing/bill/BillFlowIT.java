package io.coffer.billing.bill;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Topic;
import io.coffer.contracts.billing.AccountCommand.OpenAccount;
import io.coffer.contracts.billing.Amount;
import io.coffer.contracts.billing.BillEvent.HourClosed;
import io.coffer.contracts.billing.LedgerEvent.Posting;
import io.coffer.contracts.billing.LedgerEvent.TransactionPosted;
import io.coffer.contracts.billing.PackageCommand.OrderPackages;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.dispatch.Replayer;
import io.coffer.messaging.testing.History;
import io.coffer.messaging.testing.SampleVault;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.TurnedClock;
import io.coffer.messaging.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hours pass on a clock that a test turns. */
@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(AccountsFile.class)
class BillFlowIT {

  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject HourLoop hours;
  @Inject TurnedClock clock;
  @Inject Replayer replayer;
  @Inject Pool pool;

  private final String domain = UUID.randomUUID().toString().replace("-", "");
  private final UUID vault = UUID.randomUUID();
  private History history;
  private Wire project;
  private Wire account;
  private BillReader reader;

  @BeforeEach
  void begin() throws Exception {
    history = new History(bootstrapServers);
    reader = new BillReader(history.project());
    project =
        new Wire(bootstrapServers, history.project(), "billing-service", Topic.BILLING_EVENTS);
    account = new Wire(bootstrapServers, domain, "billing-service", Topic.BILLING_EVENTS);
    AccountsFile.write(domain, history.project());
    UUID opening = account.send(new OpenAccount(new Amount("1000.00", "USD")), MIDNIGHT);
    assertThat(account.outcome(opening).status()).isLessThan(300);
  }

  @AfterEach
  void end() {
    clock.show(null);
    project.close();
    account.close();
    history.close();
  }

  @Test
  void closesEachHourOnceAndAgainWhenMoreIsHeardOfIt() throws Throwable {
    history.happens(new VaultCreated(vault, settings(100), List.of(), "user", MIDNIGHT, null));
    passTogether(MIDNIGHT.plus(Duration.ofHours(3)).plusSeconds(120), "0.08");
    assertThat(bill().path("closed_until").asText()).isEqualTo("2026-03-01T03:00:00.000+00:00");
    assertThat(bill().at("/lines/0/quantity").asText()).isEqualTo("300.000000");
    assertThat(project.await(HourClosed.class, 3)).hasSize(3);
    assertThat(hours.tick()).isZero();

    history.happens(new VaultUpdated(vault, settings(200), MIDNIGHT.plus(Duration.ofMinutes(90))));
    passTogether(MIDNIGHT.plus(Duration.ofHours(3)).plusSeconds(121), "0.13");
    assertThat(bill().at("/lines/0/quantity").asText()).isEqualTo("450.000000");
    assertThat(project.await(HourClosed.class, 5).stream().map(HourClosed::hour).skip(3))
        .containsExactly(MIDNIGHT.plus(Duration.ofHours(1)), MIDNIGHT.plus(Duration.ofHours(2)));
    assertThat(reader.read("/bills").at("/bills/0/total").asText()).isEqualTo("0.13");
    reader.isTheSameFrom(project.events(), "2026-03", replayer, pool);

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(balance()).isEqualTo("999.87"));
    assertThat(
            account.messages(TransactionPosted.class).stream()
                .flatMap(posted -> posted.postings().stream())
                .map(Posting::amount)
                .map(amount -> new BigDecimal(amount.value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isZero();
  }

  @Test
  void takesFromAPackageThatWasBoughtBeforeItChargesTheRest() throws Exception {
    history.happens(new VaultCreated(vault, settings(1500), List.of(), "user", MIDNIGHT, null));
    UUID order =
        account.send(
            new OrderPackages(
                UUID.randomUUID(),
                history.project(),
                "region-1",
                "gaussdb.mysql.backup.pkg.1tb",
                1,
                "month",
                1,
                false,
                true),
            MIDNIGHT.plus(Duration.ofHours(1)));
    Wire.Outcome answer = account.outcome(order);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("order_id").asText()).matches("CS2603010100[A-Z0-9]{5}");
    assertThat(answer.body().path("spec_code").asText()).isEqualTo("gaussdb.mysql.backup.pkg.1tb");
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(balance()).isEqualTo("870.00"));

    // 1500 GB in the first hour, 476 GB beside the package in the second one
    passTogether(MIDNIGHT.plus(Duration.ofHours(2)).plusSeconds(120), "0.55");
    assertThat(bill().path("lines"))
        .extracting(line -> line.path("package_spec_code").asText("-"))
        .containsExactly("gaussdb.mysql.backup.pkg.1tb", "-");
    assertThat(bill().path("lines"))
        .extracting(line -> line.path("quantity").asText())
        .containsExactly("1024.000000", "1976.000000");
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(balance()).isEqualTo("869.45"));
  }

  @Test
  void restsWhileThereIsNoVault() throws Exception {
    history.happens(
        new VaultCreated(vault, settings(100), List.of(), "user", MIDNIGHT, null),
        new VaultDeleted(vault, UUID.randomUUID(), MIDNIGHT.plus(Duration.ofMinutes(30))));
    passTogether(MIDNIGHT.plus(Duration.ofHours(1)).plusSeconds(120), "0.01");
    rests(MIDNIGHT.plus(Duration.ofDays(2)));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(project.messages(HourClosed.class)).hasSize(1));
    assertThat(bill().at("/lines/0/quantity").asText()).isEqualTo("50.000000");
  }

  @Test
  void givesBackWhatWasChargedForAVaultWhoseEndIsHeardOfLate() throws Exception {
    history.happens(new VaultCreated(vault, settings(100), List.of(), "user", MIDNIGHT, null));
    passTogether(MIDNIGHT.plus(Duration.ofHours(3)).plusSeconds(120), "0.08");
    history.happens(
        new VaultDeleted(vault, UUID.randomUUID(), MIDNIGHT.plus(Duration.ofMinutes(30))));
    passTogether(MIDNIGHT.plus(Duration.ofHours(3)).plusSeconds(121), "0.01");
    assertThat(bill().at("/lines/0/quantity").asText()).isEqualTo("50.000000");
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(balance()).isEqualTo("999.99"));
    rests(MIDNIGHT.plus(Duration.ofDays(2)));
  }

  @Test
  void tellsAMonthInWhichNothingWasUsedAndNothingOfWhatIsNoMonth() {
    assertThat(reader.read("/bills/2020-01").at("/bill/total").asText()).isEqualTo("0.00");
    given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get("/internal/projects/" + history.project() + "/bills/2020-13")
        .then()
        .statusCode(400);
  }

  @Test
  void listsPricesAndPackages() {
    assertThat(reader.read("/prices").at("/prices/0/amount").asText()).isEqualTo("0.00028");
    JsonNode flavors = reader.read("/backups/resource-package/flavors?limit=1&offset=1");
    assertThat(flavors.at("/flavors/0/volume").asText()).isEqualTo("10240");
    assertThat(flavors.path("flavors")).hasSize(1);
  }

  /** Looks as two replicas do, until the month costs this. */
  private void passTogether(Instant now, String total) {
    clock.show(now);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              CompletableFuture<Integer> other = CompletableFuture.supplyAsync(hours::tick);
              hours.tick();
              other.join();
              assertThat(bill().path("total").asText()).isEqualTo(total);
            });
  }

  /** Looks until no hour of the project is to come; one that was leased meanwhile is waited for. */
  private void rests(Instant now) {
    clock.show(now);
    await().atMost(PATIENCE.multipliedBy(2)).until(() -> hours.tick() == 0 && !isWatched());
  }

  private boolean isWatched() {
    return pool.preparedQuery("select 1 from plumbing.next_hour where project = $1")
            .execute(Tuple.of(history.project()))
            .await()
            .atMost(PATIENCE)
            .rowCount()
        > 0;
  }

  private JsonNode bill() {
    return reader.bill("2026-03");
  }

  private String balance() {
    return BillReader.json("/internal/projects/" + domain + "/balances")
        .at("/account_balances/0/amount")
        .asText();
  }

  private static VaultSettings settings(int sizeGb) {
    return SampleVault.settings(Map.of("name", "web", "sizeGb", sizeGb));
  }
}
