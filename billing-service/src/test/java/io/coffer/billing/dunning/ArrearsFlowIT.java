package io.coffer.billing.dunning;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.Command;
import io.coffer.contracts.Topic;
import io.coffer.contracts.billing.AccountCommand.OpenAccount;
import io.coffer.contracts.billing.AccountCommand.TopUp;
import io.coffer.contracts.billing.Amount;
import io.coffer.contracts.billing.BillCommand.ChargeUsage;
import io.coffer.contracts.vault.VaultCommand.FreezeVault;
import io.coffer.contracts.vault.VaultCommand.ReleaseVault;
import io.coffer.contracts.vault.VaultCommand.ThawVault;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
class ArrearsFlowIT {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject ArrearsLoop loop;
  @Inject TurnedClock clock;
  @Inject Pool pool;

  private final String domain = UUID.randomUUID().toString().replace("-", "");
  private final UUID vault = UUID.randomUUID();
  private History history;
  private Wire account;
  private Wire project;

  @BeforeEach
  void useSomething() throws Exception {
    history = new History(bootstrapServers);
    account = new Wire(bootstrapServers, domain, "billing-service", Topic.BILLING_EVENTS);
    project =
        new Wire(bootstrapServers, history.project(), "billing-service", Topic.BILLING_EVENTS);
    history.happens(created(vault, "post_paid"), created(UUID.randomUUID(), "pre_paid"));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                pool.preparedQuery("select 1 from store.vault_terms where project = $1")
                        .execute(Tuple.of(history.project()))
                        .await()
                        .atMost(PATIENCE)
                        .rowCount()
                    == 2);
    ask(new OpenAccount(new Amount("0.00", "USD")));
    charge("5.00");
  }

  @AfterEach
  void close() {
    clock.show(null);
    account.close();
    project.close();
    history.close();
  }

  @Test
  void closesWhatIsPaidByUseUntilAllIsPaid() {
    passes(Duration.ofDays(15).minusSeconds(1));
    assertThat(project.messages(FreezeVault.class)).isEmpty();
    passes(Duration.ofDays(15));
    passes(Duration.ofDays(16));
    FreezeVault freeze = new FreezeVault(vault, "ARREAR", true);
    assertThat(project.await(FreezeVault.class, 2)).containsExactly(freeze, freeze);
    ask(new TopUp(new Amount("3.00", "USD")));
    assertThat(project.messages(ThawVault.class)).isEmpty();
    ask(new TopUp(new Amount("3.00", "USD")));
    assertThat(project.await(ThawVault.class, 1)).containsExactly(new ThawVault(vault, "ARREAR"));
    passes(Duration.ofDays(40));
    assertThat(project.messages(ReleaseVault.class)).isEmpty();
    assertThat(balance()).isEqualTo("1.00");
  }

  @Test
  void anyNumberOfDomainsThatCannotBeReadHoldNoOtherUp() {
    change(
        "insert into store.arrears (domain_id, projects, began_at, until, due_at)"
            + " select $1 || n, '{', began_at, until, due_at - interval '1 minute'"
            + " from store.arrears, generate_series(1, 101) n where domain_id = $1");
    try {
      passes(Duration.ofDays(15));
      assertThat(project.await(FreezeVault.class, 1)).hasSize(1);
    } finally {
      change("delete from store.arrears where domain_id like $1 || '_%'");
    }
  }

  @Test
  void closesAndOpensAnyNumberOfVaultsOneTimeEach() {
    int many = 2_500;
    pool.preparedQuery(
            "insert into store.vault_terms (project, vault_id, at, seq, ended, terms)"
                + " select project, gen_random_uuid(), at, seq, ended, terms"
                + " from store.vault_terms, generate_series(1, $2) where vault_id = $1")
        .execute(Tuple.of(vault, many))
        .await()
        .atMost(PATIENCE);
    passes(Duration.ofDays(15));
    assertThat(project.await(FreezeVault.class, many + 1))
        .hasSize(many + 1)
        .doesNotHaveDuplicates();
    ask(new TopUp(new Amount("9.00", "USD")));
    assertThat(project.await(ThawVault.class, many + 1)).hasSize(many + 1).doesNotHaveDuplicates();
  }

  @Test
  void deletesAtTheEndWhatNobodyPaidFor() {
    passes(Duration.ofDays(15));
    passes(Duration.ofDays(30).minusSeconds(1));
    assertThat(project.messages(ReleaseVault.class)).isEmpty();
    passes(Duration.ofDays(30));
    assertThat(project.await(ReleaseVault.class, 1))
        .containsExactly(new ReleaseVault(vault, "ARREAR", NOON.plus(Duration.ofDays(15))));
  }

  @Test
  void paysWhatIsOwedFromABalanceThatCoversItByThen() {
    charge("-9.00");
    assertThat(balance()).isEqualTo("9.00");
    passes(Duration.ofDays(15));
    assertThat(balance()).isEqualTo("4.00");
    passes(Duration.ofDays(40));
    assertThat(project.messages(FreezeVault.class)).isEmpty();
  }

  private void charge(String amount) {
    ask(new ChargeUsage(UUID.randomUUID(), history.project(), NOON, new Amount(amount, "USD")));
  }

  private void ask(Command command) {
    assertThat(account.outcome(account.send(command, NOON)).status()).isLessThan(300);
  }

  /** It is so long after noon. */
  private void passes(Duration time) {
    clock.show(NOON.plus(time));
    loop.tick();
  }

  private void change(String sql) {
    pool.preparedQuery(sql).execute(Tuple.of(domain)).await().atMost(PATIENCE);
  }

  private String balance() {
    return given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get("/internal/projects/" + domain + "/balances")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getString("account_balances[0].amount");
  }

  private static VaultCreated created(UUID vault, String mode) {
    return new VaultCreated(
        vault, SampleVault.settings(Map.of("chargingMode", mode)), List.of(), "user", NOON, null);
  }
}
