package io.coffer.systemtests.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeStack.class)
class BackupAndRestoreIT {

  private static final int MEGABYTE = 1 << 20;

  private final Noise noise = new Noise();
  private RunningStack stack;
  private Project project;
  private Vaults vaults;

  @BeforeEach
  void sign(RunningStack stack) {
    this.stack = stack;
    project = Project.of(stack, "region-1");
    vaults = new Vaults(project);
  }

  @Test
  void restoresVolumesOfAnyLengthByteForByte() throws Exception {
    LocalServer server =
        server(
            noise.bytesWithHoles(6_000_001), new byte[0], new byte[8 * MEGABYTE], noise.bytes(1));
    String vault = vaults.create("any length", server.id());
    List<byte[]> before = server.contents();
    String checkpoint = vaults.backedUp(vault);

    for (Path disk : server.disks()) {
      noise.change(disk, 20, 1000);
    }
    assertThat(server.contents().get(0)).isNotEqualTo(before.get(0));
    restore(checkpoint, server);

    assertThat(server.contents()).containsExactlyElementsOf(before);
  }

  @Test
  void storesOnlyWhatChangedAndRestoresEachPoint() throws Exception {
    LocalServer server = server(noise.bytes(20 * MEGABYTE));
    String vault = vaults.create("incremental", server.id());
    List<byte[]> first = server.contents();
    String firstPoint = vaults.backUp(vault);
    long initially = stored(vaults.succeeded(vaults.tasksOf(firstPoint).get(0)));

    noise.change(server.disks().get(0), 2, 4096);
    List<byte[]> second = server.contents();
    String secondPoint = vaults.backUp(vault);
    long later = stored(vaults.succeeded(vaults.tasksOf(secondPoint).get(0)));

    assertThat(initially).isBetween(20L * MEGABYTE, 22L * MEGABYTE);
    assertThat(later).isPositive().isLessThan(initially / 8);
    restore(firstPoint, server);
    assertThat(server.contents()).containsExactlyElementsOf(first);
    restore(secondPoint, server);
    assertThat(server.contents()).containsExactlyElementsOf(second);
  }

  @Test
  void tellsTheBytesOfARestoreHoweverShort() throws Exception {
    LocalServer server = server(noise.bytes(MEGABYTE));
    String vault = vaults.create("short", server.id());
    String backup = vaults.backup(vaults.backedUp(vault), server.id());
    String task = vaults.restore(backup, server.id());
    vaults.succeeded(task);
    eventually(
        () -> {
          JsonNode log = project.get("/operation-logs/" + task).expect(200);
          JsonNode progress = log.at("/operation_log/extra_info/x_progress");
          assertThat(progress.path("total_bytes").asLong()).isEqualTo(MEGABYTE);
          assertThat(progress.path("processed_bytes").asLong()).isEqualTo(MEGABYTE);
        });
  }

  @Test
  void metersWhatBackupsTakeUpUntilTheVaultIsGone() throws Exception {
    LocalServer server = server(noise.bytes(3 * MEGABYTE));
    String vault = vaults.create("metered", server.id());
    vaults.backedUp(vault);
    eventually(
        () -> {
          JsonNode usage = usage(server);
          assertThat(usage.path("resource_count").asInt()).isEqualTo(1);
          assertThat(usage.at("/storage_usage/0/backup_count").asInt()).isEqualTo(1);
          assertThat(usage.at("/storage_usage/0/backup_size").asInt()).isBetween(3, 4);
        });
    noise.change(server.disks().get(0), 10, 200_000);
    vaults.backedUp(vault);
    long bytes = bytesOfTheRepository(vault);
    int used = used(vault);
    assertThat(used).isEqualTo((int) ((bytes - 1) / MEGABYTE + 1)).isGreaterThan(4);
    eventually(
        () -> assertThat(usage(server).at("/storage_usage/0/backup_size").asInt()).isEqualTo(used));

    project.delete("/vaults/" + vault).expect(204);
    eventually(() -> assertThat(project.get("/vaults/" + vault).status()).isEqualTo(404));
    eventually(() -> assertThat(usage(server).path("resource_count").asInt()).isZero());
  }

  @Test
  void deletesABackupAndKeepsTheOther() throws Exception {
    LocalServer server = server(noise.bytes(20 * MEGABYTE));
    String vault = vaults.create("two points", server.id());
    String firstPoint = vaults.backedUp(vault);
    noise.changeEverySecond(server.disks().get(0), MEGABYTE);
    List<byte[]> second = server.contents();
    String secondPoint = vaults.backedUp(vault);

    assertThat(used(vault)).isGreaterThanOrEqualTo(30);

    String first = vaults.backup(firstPoint, server.id());
    project.delete("/backups/" + first).expect(204);
    eventually(() -> assertThat(project.get("/backups/" + first).status()).isEqualTo(404));
    eventually(() -> assertThat(used(vault)).isBetween(20, 22));
    noise.change(server.disks().get(0), 10, 100_000);
    restore(secondPoint, server);

    assertThat(server.contents()).containsExactlyElementsOf(second);
  }

  private LocalServer server(byte[]... contents) throws Exception {
    return LocalServer.create(stack, project, "server", List.of(contents));
  }

  private void restore(String checkpoint, LocalServer server) {
    vaults.succeeded(vaults.restore(vaults.backup(checkpoint, server.id()), server.id()));
  }

  /** In megabytes. */
  private int used(String vault) {
    return project.get("/vaults/" + vault).expect(200).at("/vault/billing/used").asInt();
  }

  private JsonNode usage(LocalServer server) {
    return project.get("/storage_usage?resource_id=" + server.id()).expect(200);
  }

  /** What backups are made of: data, and what finds it. */
  private long bytesOfTheRepository(String vault) throws IOException {
    Path repository = Path.of(Restic.kit(project, vault).get("RESTIC_REPOSITORY"));
    long bytes = 0;
    for (String part : List.of("data", "index", "snapshots")) {
      try (Stream<Path> files = Files.walk(repository.resolve(part))) {
        bytes += files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      }
    }
    return bytes;
  }

  private static long stored(JsonNode task) {
    return task.at("/extra_info/x_progress/stored_bytes").asLong();
  }

  private static void eventually(ThrowingRunnable expectation) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(expectation);
  }
}
