package io.coffer.vault.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.Message;
import io.coffer.contracts.Topic;
import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskStarted;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.CheckpointCommand.CreateCheckpoint;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.messaging.testing.ServiceStack;
import io.coffer.messaging.testing.Wire;
import io.coffer.vault.Samples;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A project of its own on the real broker and database, driven by topics, read by HTTP. */
abstract class Flow {

  static final List<String> TABLES =
      List.of(
          "vault",
          "vault_resource",
          "vault_tag",
          "known_resource",
          "checkpoint",
          "backup",
          "operation_log",
          "subscription",
          "delivery");

  @Inject DataSource database;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  final String project = UUID.randomUUID().toString().replace("-", "");
  Wire wire;
  private Instant time = Samples.TIME;

  @BeforeEach
  void open() {
    wire = new Wire(bootstrapServers, project, "vault-service", Topic.VAULT_EVENTS);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  /** A second later than the last time. */
  Instant next() {
    time = time.plusSeconds(1);
    return time;
  }

  UUID send(Message command) {
    return wire.send(command, next());
  }

  Wire.Outcome ask(Message command) {
    return wire.outcome(send(command));
  }

  UUID vault(KnownResource... resources) {
    Wire.Outcome created = ask(Samples.createVault("vault", resources));
    return UUID.fromString(created.body().at("/vault/id").asText());
  }

  /** The checkpoint of all of a vault. */
  Wire.Outcome checkpoint(UUID vaultId, KnownResource... resources) {
    return ask(
        new CreateCheckpoint(
            vaultId,
            null,
            "nightly",
            false,
            true,
            List.of(),
            Arrays.asList(resources),
            List.of(),
            null,
            null,
            null));
  }

  void start(UUID task) {
    send(new TaskStarted(task, next()));
  }

  void succeed(UUID task, String snapshotId, long stored, long freed) {
    send(new TaskSucceeded(task, snapshotId, 5 * Samples.GB, stored, freed, next(), List.of()));
  }

  void fail(UUID task, String code, long stored) {
    send(new TaskFailed(task, code, "volume s1-a cannot be read", false, stored, next()));
  }

  Response get(String path, Object... parameters) {
    return given()
        .header("Authorization", "Bearer " + ServiceStack.TOKEN)
        .get("/internal/projects/" + project + path, parameters);
  }

  JsonPath read(String path, Object... parameters) {
    return get(path, parameters).then().statusCode(200).extract().jsonPath();
  }

  /** Backs a server up; returns the id of its backup. */
  UUID backUp(UUID vaultId, KnownResource server, String snapshotId) {
    int before = wire.messages(StartBackup.class).size();
    assertThat(checkpoint(vaultId, server).status()).isEqualTo(200);
    StartBackup work = wire.await(StartBackup.class, before + 1).get(before);
    succeed(work.taskId(), snapshotId, 1000, 0);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> task(work.taskId()).getString("status").equals("success"));
    return work.backupId();
  }

  /** The operation log of a task. */
  JsonPath task(UUID id) {
    return read("/operation-logs/" + id).setRootPath("operation_log");
  }

  /** All rows of the project, table by table. */
  List<String> dump() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (String table : TABLES) {
        rows.add(table);
        try (PreparedStatement select =
            connection.prepareStatement(
                "select cast(to_jsonb(t) as text) from store."
                    + table
                    + " t where project_id = ? order by 1")) {
          select.setString(1, project);
          ResultSet found = select.executeQuery();
          while (found.next()) {
            rows.add(found.getString(1));
          }
        }
      }
    }
    return rows;
  }

  void wipe() throws SQLException {
    try (Connection connection = database.getConnection()) {
      for (String table : TABLES) {
        try (PreparedStatement delete =
            connection.prepareStatement("delete from store." + table + " where project_id = ?")) {
          delete.setString(1, project);
          delete.executeUpdate();
        }
      }
    }
  }
}
