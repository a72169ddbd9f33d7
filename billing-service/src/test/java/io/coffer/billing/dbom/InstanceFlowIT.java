package io.coffer.billing.dbom;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.billing.dbom.machine.StuckMachine;
import io.coffer.contracts.Message;
import io.coffer.contracts.Topic;
import io.coffer.contracts.dbom.InstanceCommand.BindEip;
import io.coffer.contracts.dbom.InstanceCommand.ChangeSecurityGroup;
import io.coffer.contracts.dbom.InstanceCommand.DeleteInstance;
import io.coffer.contracts.dbom.InstanceCommand.RebootInstance;
import io.coffer.contracts.dbom.InstanceCommand.RenameInstance;
import io.coffer.contracts.dbom.InstanceCommand.ResetInstancePassword;
import io.coffer.contracts.dbom.InstanceCommand.StartInstance;
import io.coffer.contracts.dbom.InstanceCommand.StopInstance;
import io.coffer.contracts.dbom.InstanceCommand.UnbindEip;
import io.coffer.contracts.dbom.InstanceOrderCommand.ProvideInstance;
import io.coffer.contracts.dbom.InstancePassword;
import io.coffer.contracts.secret.SealedSecret;
import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.testing.Crash;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceStack.class)
@QuarkusTestResource(InstanceStack.class)
class InstanceFlowIT {

  private static final String FIRST = "Canary-of-the-first-1";
  private static final String SECOND = "Canary-of-the-second-2";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject InstanceLoop loop;
  @Inject StuckMachine machine;
  @Inject Crash crash;
  @Inject Pool pool;

  private final String project = UUID.randomUUID().toString().replace("-", "");
  private final UUID instance = UUID.randomUUID();
  private Instant time = Instances.SINCE;
  private Wire wire;

  @BeforeEach
  void open() {
    wire = new Wire(bootstrapServers, project, "billing-service", Topic.BILLING_EVENTS);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void livesFromItsOrderToItsEnd() {
    provide(FIRST);
    assertThat(status()).isEqualTo("BUILD NO_TASK");
    assertThat(ask(new StopInstance(instance)).errorCode()).isEqualTo("DBS.200011");
    loop.tick();
    assertThat(status()).isEqualTo("ACTIVE NO_TASK");

    assertDone(new StopInstance(instance));
    assertThat(status()).isEqualTo("ACTIVE powering-off");
    loop.tick();
    assertThat(status()).isEqualTo("SHUTOFF NO_TASK");
    assertDone(new StartInstance(instance));
    assertThat(status()).isEqualTo("SHUTOFF powering-on");
    loop.tick();
    assertDone(new RebootInstance(instance));
    assertThat(status()).isEqualTo("ACTIVE rebooting");
    loop.tick();
    assertThat(status()).isEqualTo("ACTIVE NO_TASK");

    assertDone(new RenameInstance(instance, "renamed"));
    assertDone(new ChangeSecurityGroup(instance, List.of("g1", "g2")));
    assertDone(new BindEip(instance, "203.0.113.9", "eip-9"));
    JsonPath shown = shown();
    assertThat(shown.getString("clusters[0].name")).isEqualTo("renamed");
    assertThat(shown.getString("clusters[0].public_ip")).isEqualTo("203.0.113.9");
    assertThat(shown.getString("clusters[0].detail.server[0].security_group_id"))
        .isEqualTo("g1,g2");
    assertDone(new UnbindEip(instance));
    assertThat(shown().getString("clusters[0].public_ip")).isNull();

    assertDone(new DeleteInstance(instance));
    assertThat(status()).isEqualTo("DELETING delete_wait");
    assertDone(new DeleteInstance(instance));
    loop.tick();
    assertThat(shown().getList("clusters")).isEmpty();
    assertThat(ask(new StartInstance(instance)).errorCode()).isEqualTo("DBS.200002");
    assertThat(login()).isNull();
  }

  @Test
  void keepsOfAPasswordASlowSaltedHashAndNothingElse() {
    provide(FIRST);
    assertThat(login().getString("sealed")).isNotNull().doesNotContain(FIRST);
    loop.tick();
    assertSetTo(FIRST);
    String before = login().getString("password_hash");
    assertDone(reset(SECOND));
    assertThat(login().getString("user_name")).isEqualTo("admin");
    loop.tick();
    assertSetTo(SECOND);
    assertThat(login().getString("password_hash")).isNotEqualTo(before);
  }

  @Test
  void makesNoInstanceWhosePasswordNobodyCanOpen() {
    keep(InstancePassword.seal(InstanceStack.publicKey(), UUID.randomUUID(), FIRST));
    provide();
    loop.tick();
    assertThat(status()).isEqualTo("ERROR NO_TASK");
    assertThat(shown().getString("clusters[0].detail.server[0].description"))
        .isEqualTo("Its password could not be set.");
    assertDone(new DeleteInstance(instance));
  }

  @Test
  void givesUpWhatTakesTooLong() {
    provide(FIRST);
    machine.holdUp(instance);
    loop.tick();
    assertThat(status()).isEqualTo("ERROR NO_TASK");
    assertThat(shown().getString("clusters[0].detail.server[0].description"))
        .isEqualTo("It was creating for more than 30 minutes.");
  }

  @Test
  void anInstanceThatCannotBeReadHoldsNoOtherUp() {
    provide(FIRST);
    UUID torn = UUID.randomUUID();
    change(
        "insert into store.dbom_instance (id, project_id, settings, bought_by, status,"
            + " status_since, created_at) select $1, 'torn', '{', bought_by, status,"
            + " status_since - interval '1 minute', created_at from store.dbom_instance"
            + " where id = $2",
        Tuple.of(torn, instance));
    try {
      loop.tick();
      assertThat(status()).isEqualTo("ACTIVE NO_TASK");
    } finally {
      change("delete from store.dbom_instance where id = $1", Tuple.of(torn));
    }
  }

  @Test
  void endsEachStepOnceWhenItIsKilledInTheMiddleOfIt() {
    provide(FIRST);
    crashAt(Milestone.CLAIMED);
    loop.tick();
    assertThat(status()).isEqualTo("ACTIVE NO_TASK");
    assertDone(new StopInstance(instance));
    crashAt(Milestone.COMMITTED);
    loop.tick();
    assertThat(status()).isEqualTo("SHUTOFF NO_TASK");
    assertDone(new RenameInstance(instance, "after"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(wire.events().stream().map(event -> event.envelope().seq()).distinct())
                    .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L));
  }

  @Test
  void keepsTheInstancesOfOtherProjectsToThemselves() {
    provide(FIRST);
    loop.tick();
    String other = UUID.randomUUID().toString().replace("-", "");
    try (Wire others = new Wire(bootstrapServers, other, "billing-service", Topic.BILLING_EVENTS)) {
      Wire.Outcome refused = others.outcome(others.send(new StopInstance(instance), time));
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.errorCode()).isEqualTo("DBS.200002");
      assertThat(refused.body().at("/details/0/error_code").asText()).isEqualTo("DBS.200002");
    }
    assertThat(status()).isEqualTo("ACTIVE NO_TASK");
    assertThat(list(other).getList("clusters")).isEmpty();
  }

  /** Something else of the service may be what breaks, such as the order that is told. */
  private void crashAt(Milestone milestone) {
    crash.at(milestone);
    try {
      loop.tick();
    } catch (IllegalStateException crashed) {
      assertThat(crashed).hasMessageContaining("crashed");
    }
  }

  private void provide(String password) {
    keep(InstancePassword.seal(InstanceStack.publicKey(), instance, password));
    provide();
  }

  private void provide() {
    assertThat(
            ask(new ProvideInstance(Instances.ORDER, instance, Instances.settings(null))).status())
        .isLessThan(300);
  }

  /** As whoever takes the order does. */
  private void keep(SealedSecret sealed) {
    change(
        "insert into plumbing.dbom_login (instance_id, user_name, sealed, brought_by, kept_at)"
            + " values ($1, 'admin', $2, $3, now())",
        Tuple.of(instance, sealed.sealed(), Instances.ORDER.order()));
  }

  private void change(String sql, Tuple values) {
    pool.preparedQuery(sql).execute(values).await().atMost(Duration.ofSeconds(10));
  }

  private ResetInstancePassword reset(String password) {
    return new ResetInstancePassword(
        instance, "admin", InstancePassword.seal(InstanceStack.publicKey(), instance, password));
  }

  private void assertDone(Message command) {
    Wire.Outcome outcome = ask(command);
    assertThat(outcome.status()).as("%s", outcome.body()).isEqualTo(200);
    assertThat(outcome.body().path("result").asText()).isEqualTo("success");
  }

  private Wire.Outcome ask(Message command) {
    time = time.plusSeconds(1);
    return wire.outcome(wire.send(command, time));
  }

  private String status() {
    JsonPath shown = shown();
    return shown.getString("clusters[0].detail.server[0].status")
        + " "
        + shown.getString("clusters[0].detail.server[0].task_status");
  }

  private JsonPath shown() {
    return list(project);
  }

  private static JsonPath list(String project) {
    return given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get("/internal/projects/" + project + "/db-om/instances")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private Row login() {
    var rows =
        pool.preparedQuery("select * from plumbing.dbom_login where instance_id = $1")
            .execute(Tuple.of(instance))
            .await()
            .atMost(Duration.ofSeconds(10))
            .iterator();
    return rows.hasNext() ? rows.next() : null;
  }

  /** Computes the hash once more, as whoever lets somebody log in would. */
  private void assertSetTo(String password) {
    Row login = login();
    assertThat(login.getString("sealed")).isNull();
    String[] hash = login.getString("password_hash").split("\\$");
    assertThat(hash[0]).isEqualTo("pbkdf2-sha256");
    assertThat(Integer.parseInt(hash[1])).isGreaterThanOrEqualTo(600_000);
    HexFormat hex = HexFormat.of();
    try {
      byte[] again =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(
                  new PBEKeySpec(
                      password.toCharArray(),
                      hex.parseHex(hash[2]),
                      Integer.parseInt(hash[1]),
                      256))
              .getEncoded();
      assertThat(hex.formatHex(again)).isEqualTo(hash[3]);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
