package io.coffer.systemtests.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Restic;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server with its backups goes to another vault, and back. */
@ExtendWith(WholeStack.class)
class MovingIT {

  private static final int BACKUPS = Integer.getInteger("coffer.moves.backups", 4);
  private static final int KILLS = Integer.getInteger("coffer.moves.kills", 1);
  private static final String REPORT = System.getProperty("coffer.moves.report", "");
  private static final int DISK = 6 << 20;
  private static final int MB = 1 << 20;

  private final Noise noise = new Noise();
  private final List<String> points = new ArrayList<>();
  private final List<List<byte[]>> contents = new ArrayList<>();
  private RunningStack stack;
  private Project project;
  private Vaults vaults;
  private LocalServer moving;
  private String from;
  private String into;

  @BeforeEach
  void backUpAServerBesideOthers(RunningStack stack) throws Exception {
    this.stack = stack;
    project = Project.of(stack, "region-1");
    vaults = new Vaults(project);
    moving = server("moving", noise.bytesWithHoles(DISK), noise.bytes(100_000));
    from = vaults.create("moved from", moving.id(), server("staying", noise.bytes(DISK)).id());
    into = vaults.create("moved into", server("waiting", noise.bytes(DISK)).id());
    for (int i = 0; i < BACKUPS; i++) {
      noise.change(moving.disks().get(0), 3, 50_000);
      contents.add(moving.contents());
      points.add(vaults.backedUp(from));
    }
    vaults.backedUp(into);
  }

  @Test
  void allBackupsRestoreEqualFromTheVaultThatTheyMovedToWhateverDiedMeanwhile() throws Exception {
    List<String> backups = backups();
    Instant began = Instant.now();
    project.post("/vaults/" + from + "/migrateresources", migration()).expect(200);
    List<String> others = new ArrayList<>(vaults.tasksOf(vaults.backUp(from)));
    others.addAll(vaults.tasksOf(vaults.backUp(into)));
    assertThat(others).hasSizeGreaterThanOrEqualTo(2);
    for (int i = 0; i < KILLS; i++) {
      stack.kill("vault-service");
      stack.up();
    }
    vaults.succeeded(only(from, "copy"));
    Duration took = Duration.between(began, Instant.now());
    others.forEach(vaults::succeeded);
    vaults.succeeded(only(from, "delete"));
    assertAllIn(into, backups);

    String again =
        vaults.tasksOf(vaults.backUp(into)).stream().filter(this::isOfMoving).findFirst().get();
    assertThat(vaults.succeeded(again).at("/extra_info/x_progress/stored_bytes").asLong())
        .isLessThan(DISK / 3);

    stack
        .coffer(
            "vault",
            "migrate",
            into,
            moving.id(),
            "--to",
            from,
            "--wait",
            "--project",
            project.id())
        .ok();
    vaults.succeeded(only(into, "delete"));
    assertAllIn(from, backups);
    stack.coffer("replay", "verify").ok();
    report(took);
  }

  /** Keeps what the last long run showed, where a report is asked for. */
  private void report(Duration took) throws IOException {
    if (!REPORT.isEmpty()) {
      Files.createDirectories(Path.of(REPORT).getParent());
      Files.writeString(
          Path.of(REPORT),
          """
          # Resources that moved to another vault while its service died

          Made by `./mvnw verify -Psoak -pl system-tests -Dit.test=MovingIT`. Each backup restored equal from the vault that it
          moved to, and again from the first one when it had moved back; what both vaults are said to use is what lies in their
          repositories, in which the stock restic finds no error; a rebuild of the stores gave the same rows.

          | backups | kills of vault-service | backups of others meanwhile | the move with its kills | with |
          |---|---|---|---|---|
          | %d | %d | of two vaults | %d s | %s, Java %d |
          """
              .formatted(
                  BACKUPS,
                  KILLS,
                  took.toSeconds(),
                  LocalDate.now(ZoneOffset.UTC),
                  Runtime.version().feature()));
    }
  }

  private void assertAllIn(String vault, List<String> backups) throws Exception {
    for (int i = 0; i < BACKUPS; i++) {
      JsonNode backup = project.get("/backups/" + backups.get(i)).expect(200).path("backup");
      assertThat(backup.path("vault_id").asText()).isEqualTo(vault);
      noise.change(moving.disks().get(0), 3, 10_000);
      vaults.succeeded(vaults.restore(backups.get(i), moving.id()));
      assertThat(moving.contents()).as("backup %d", i).containsExactlyElementsOf(contents.get(i));
    }
    for (String each : List.of(from, into)) {
      assertThat(used(each)).isEqualTo((stored(each) + MB - 1) / MB);
      Restic.of(project, each).run("check", "--read-data").ok();
    }
  }

  private LocalServer server(String name, byte[]... disks) throws IOException {
    return LocalServer.create(stack, project, name, List.of(disks));
  }

  private List<String> backups() {
    return points.stream().map(point -> vaults.backup(point, moving.id())).toList();
  }

  private ObjectNode migration() {
    ObjectNode body = Json.MAPPER.createObjectNode().put("destination_vault_id", into);
    body.putArray("resource_ids").add(moving.id());
    return body;
  }

  private boolean isOfMoving(String task) {
    return vaults.task(task).at("/extra_info/resource/id").asText().equals(moving.id());
  }

  /** The only task of a kind that a vault has, once it has one. */
  private String only(String vault, String type) {
    return await()
        .atMost(Vaults.TASK_LIMIT)
        .until(
            () ->
                vaults.tasksOfVault(vault).stream()
                    .filter(task -> task.path("operation_type").asText().equals(type))
                    .map(task -> task.path("id").asText())
                    .toList(),
            tasks -> tasks.size() == 1)
        .get(0);
  }

  private long used(String vault) {
    return project.get("/vaults/" + vault).expect(200).at("/vault/billing/used").asLong();
  }

  /** What the repository of a vault costs. */
  private long stored(String vault) throws IOException {
    Path repository = Path.of(Restic.kit(project, vault).get("RESTIC_REPOSITORY"));
    long bytes = 0;
    for (String folder : List.of("data", "index", "snapshots")) {
      try (Stream<Path> files = Files.walk(repository.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          bytes += Files.size(file);
        }
      }
    }
    return bytes;
  }
}
