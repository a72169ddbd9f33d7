package io.coffer.billing.dbom;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Message;
import io.coffer.contracts.Topic;
import io.coffer.contracts.dbom.InstanceOrderCommand.ProvideInstance;
import io.coffer.contracts.dbom.InstancePassword;
import io.coffer.contracts.secret.SealedSecret;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.Wire;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A project of its own, in which an instance is made, asked for things, and looked at. */
abstract class InstanceFlow {

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject InstanceLoop loop;
  @Inject Pool pool;

  final String project = UUID.randomUUID().toString().replace("-", "");
  final UUID instance = UUID.randomUUID();
  Instant time = Instances.SINCE;
  Wire wire;

  @BeforeEach
  void open() {
    wire = new Wire(bootstrapServers, project, "billing-service", Topic.BILLING_EVENTS);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  void provide(String password) {
    keep(InstancePassword.seal(InstanceStack.publicKey(), instance, password));
    provide();
  }

  void provide() {
    assertThat(
            ask(new ProvideInstance(Instances.ORDER, instance, Instances.settings(null))).status())
        .isLessThan(300);
  }

  /** As whoever takes the order does. */
  void keep(SealedSecret sealed) {
    change(
        "insert into plumbing.dbom_login (instance_id, user_name, sealed, brought_by, kept_at)"
            + " values ($1, 'admin', $2, $3, now())",
        Tuple.of(instance, sealed.sealed(), Instances.ORDER.order()));
  }

  void change(String sql, Tuple values) {
    pool.preparedQuery(sql).execute(values).await().atMost(Duration.ofSeconds(10));
  }

  void assertDone(Message command) {
    Wire.Outcome outcome = ask(command);
    assertThat(outcome.status()).as("%s", outcome.body()).isEqualTo(200);
    assertThat(outcome.body().path("result").asText()).isEqualTo("success");
  }

  Wire.Outcome ask(Message command) {
    time = time.plusSeconds(1);
    return wire.outcome(wire.send(command, time));
  }

  String status() {
    JsonPath shown = shown();
    return shown.getString("clusters[0].detail.server[0].status")
        + " "
        + shown.getString("clusters[0].detail.server[0].task_status");
  }

  JsonPath shown() {
    return list(project);
  }

  static JsonPath list(String project) {
    return given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get("/internal/projects/" + project + "/db-om/instances")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  Row login() {
    var rows =
        pool.preparedQuery("select * from plumbing.dbom_login where instance_id = $1")
            .execute(Tuple.of(instance))
            .await()
            .atMost(Duration.ofSeconds(10))
            .iterator();
    return rows.hasNext() ? rows.next() : null;
  }
}
