package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.BackupContents;
import io.coffer.contracts.work.WorkCommand.SourceVolume;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.contracts.work.WorkCommand.StartRestore;
import io.coffer.contracts.work.WorkCommand.VolumeTarget;
import io.coffer.messaging.decision.Answer;
import io.coffer.worker.testing.StockTool;
import io.coffer.worker.testing.Tenant;
import io.coffer.worker.testing.WorkerProcess;
import io.coffer.worker.testing.WorkerStack;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a worker answers, and when it refuses to work. */
class RoutesIT extends InOneProject {

  private static WorkerProcess worker;

  @BeforeAll
  static void start() throws Exception {
    worker = stack.worker("backup-worker-1").ready();
  }

  @BeforeEach
  void prepare() throws Exception {
    server.random(600_001, 1).add(new byte[0]);
  }

  @Test
  void tellsExactSizesInFacts() throws Exception {
    String ids = "[\"%s\",\"%s\",\"nobody\"]".formatted(server.id(), server.volume(1));
    JsonNode answer = json(worker.ask(path("/facts"), ids));
    assertThat(answer.path("whole").asBoolean()).isTrue();
    JsonNode facts = answer.path("resources");
    assertThat(facts).hasSize(2);
    assertThat(facts.get(0).path("type").asText()).isEqualTo("OS::Nova::Server");
    assertThat(facts.get(0).path("volumes").get(0).path("sizeBytes").asLong()).isEqualTo(600_001);
    assertThat(facts.get(1).path("type").asText()).isEqualTo("OS::Cinder::Volume");
    assertThat(facts.get(1).path("volumes").get(0).path("id").asText()).isEqualTo(server.volume(1));
  }

  @Test
  void tellsOfWhatItFoundWhereAnotherServerCannotBeRead() throws Exception {
    Path torn = stack.home().resolve("cloud/" + tenant.project() + "/servers/torn/server.json");
    Files.createDirectories(torn.getParent());
    Files.writeString(torn, "{");
    JsonNode answer = json(worker.ask(path("/facts"), "[\"%s\",\"torn\"]".formatted(server.id())));
    assertThat(answer.path("resources")).hasSize(1);
    assertThat(answer.path("resources").get(0).path("id").asText()).isEqualTo(server.id());
    assertThat(answer.path("whole").asBoolean(true)).isFalse();
  }

  @Test
  void listsAndShowsWhatCanBeProtected() throws Exception {
    JsonNode servers = json(worker.internal(path("/protectables/server/instances")));
    assertThat(servers.path("instances")).hasSize(1);
    assertThat(servers.path("count").asInt()).isEqualTo(1);
    JsonNode disks =
        json(worker.internal(path("/protectables/disk/instances?server_id=" + server.id())));
    assertThat(disks.path("instances")).hasSize(2);
    JsonNode one = json(worker.internal(path("/protectables/server/instances/" + server.id())));
    assertThat(one.path("instance").path("children")).hasSize(2);
  }

  @Test
  void tellsForEachTypeWhatCannotBeProtectedBecauseItIsNotThere() throws Exception {
    Map<String, String> codes =
        Map.of("server", "7100", "disk", "7000", "turbo", "7500", "workspace", "6302");
    for (Map.Entry<String, String> code : codes.entrySet()) {
      HttpResponse<String> missing =
          worker.internal(path("/protectables/" + code.getKey() + "/instances/nothing"));
      assertThat(missing.statusCode()).as(code.getKey()).isEqualTo(404);
      assertThat(missing.body()).contains("BackupService." + code.getValue());
    }
  }

  @Test
  void makesAVolumeOnceForEachIdUntilTheProjectHasNoRoomLeft() throws Exception {
    UUID id = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> made = worker.ask(path("/volumes"), volume(id, 10_000));
      assertThat(made.statusCode()).isEqualTo(202);
      assertThat(Json.MAPPER.readTree(made.body()).at("/volume/id").asText()).isEqualTo(id + "");
    }
    HttpResponse<String> refused = worker.ask(path("/volumes"), volume(UUID.randomUUID(), 241));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("volume.size", "10000", "10240");
    assertThat(worker.ask(path("/volumes"), volume(UUID.randomUUID(), 240)).statusCode())
        .isEqualTo(202);
    JsonNode all = json(worker.internal(path("/volumes/detail"))).path("volumes");
    assertThat(all).hasSize(2 + 2);
    assertThat(json(worker.internal(path("/volumes/detail?status=available"))).path("volumes"))
        .hasSize(2);
    JsonNode disks = json(worker.internal(path("/protectables/disk/instances?id=" + id)));
    assertThat(disks.at("/instances/0/size").asInt()).isEqualTo(10_000);
    assertThat(disks.at("/instances/0/protectable/result").asBoolean()).isTrue();
  }

  @Test
  void keepsTheBackupsOfAVolumeThatIsDeleted() throws Exception {
    String id = UUID.randomUUID().toString();
    worker.ask(path("/volumes"), volume(UUID.fromString(id), 1));
    Path file = cloud("volumes").resolve(id).resolve(id + ".raw");
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.write(new byte[] {1, 2, 3});
    }
    StartBackup backup = disk(id);
    TaskSucceeded stored = tenant.success(tenant.order(backup));
    assertThat(worker.delete(path("/volumes/" + id)).statusCode()).isEqualTo(202);
    assertThat(file.getParent()).doesNotExist();
    assertThat(worker.delete(path("/volumes/" + id)).statusCode()).isEqualTo(404);
    assertThat(worker.delete(path("/volumes/" + server.volume(0))).statusCode()).isEqualTo(400);

    String other = UUID.randomUUID().toString();
    worker.ask(path("/volumes"), volume(UUID.fromString(other), 1));
    tenant.success(
        tenant.order(
            new StartRestore(
                UUID.randomUUID(),
                vault,
                backup.backupId(),
                stored.snapshotId(),
                id,
                other,
                "OS::Cinder::Volume",
                List.of(new VolumeTarget(id, other)))));
    try (InputStream bytes =
        Files.newInputStream(cloud("volumes").resolve(other).resolve(other + ".raw"))) {
      assertThat(bytes.readNBytes(4)).containsExactly(1, 2, 3, 0);
    }
  }

  @Test
  void tellsWhatAServerWasWhenItIsGone() throws Exception {
    StartBackup backup = server.backup(vault, null);
    String snapshot = tenant.success(tenant.order(backup)).snapshotId();
    server.vanish();
    BackupContents asked =
        new BackupContents(backup.backupId(), vault, snapshot, server.id(), "[{}]");
    JsonNode metadata = json(worker.ask(path("/backup-metadata"), Answer.ok(asked).body()));
    assertThat(metadata.path("backup_id").asText()).isEqualTo(backup.backupId().toString());
    assertThat(metadata.path("backups").asText()).isEqualTo("[{}]");
    assertThat(metadata.path("volumes")).hasSize(2);
    JsonNode flavor = Json.MAPPER.readTree(metadata.path("flavor").textValue());
    assertThat(flavor.at("/flavor/vcpus").asInt()).isEqualTo(1);
    assertThat(worker.ask("/projects/other/backup-metadata", Answer.ok(asked).body()).statusCode())
        .isEqualTo(404);
    BackupContents gone =
        new BackupContents(backup.backupId(), vault, "0".repeat(64), server.id(), "[{}]");
    assertThat(worker.ask(path("/backup-metadata"), Answer.ok(gone).body()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void tellsOfAnAgentWhatTheCloudKnowsOfIt() throws Exception {
    String asked = "[{\"id\":\"%s\",\"type\":\"OS::Nova::Server\"}]";
    JsonNode none = json(worker.ask(path("/agent/check"), asked.formatted(server.id())));
    assertThat(none.at("/agent_status/0/installed").asBoolean()).isFalse();
    assertThat(none.at("/agent_status/0/code").isInt()).isTrue();
    Files.writeString(
        cloud("servers").resolve(server.id()).resolve("agent.json"),
        "{\"version\":\"1.0.0\",\"last_active_time\":\"2020-01-01T00:00:00Z\"}");
    JsonNode silent = json(worker.ask(path("/agent/check"), asked.formatted(server.id())));
    assertThat(silent.at("/agent_status/0/installed").asBoolean()).isTrue();
    assertThat(silent.at("/agent_status/0/code").asInt()).isEqualTo(1);
    assertThat(worker.ask(path("/agent/check"), asked.formatted("nobody")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void keepsStrangersOutOfInternalRoutes() throws Exception {
    String kit = "/internal" + path("/vaults/" + vault + "/recovery-kit");
    for (String path : List.of(kit, "/q/metrics")) {
      assertThat(worker.get(path, null).statusCode()).as(path).isEqualTo(401);
      assertThat(worker.get(path, "Bearer wrong").statusCode()).as(path).isEqualTo(401);
    }
  }

  @Test
  void handsOutAKitThatOpensTheRepositoryOnceThereIsOneAndMakesNone() throws Exception {
    HttpResponse<String> before = worker.internal(path("/vaults/" + vault + "/recovery-kit"));
    assertThat(before.statusCode()).isEqualTo(404);
    assertThat(before.body()).contains("its first backup makes it");
    assertThat(stack.repository(vault)).doesNotExist();
    tenant.success(tenant.order(server.backup(vault, null)));
    HttpResponse<String> answer = worker.internal(path("/vaults/" + vault + "/recovery-kit"));
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    JsonNode kit = json(answer);
    assertThat(Path.of(kit.path("repository").asText())).isEqualTo(stack.repository(vault));
    assertThat(worker.internal("/projects/other/vaults/" + vault + "/recovery-kit").statusCode())
        .isEqualTo(404);
    assertThat(StockTool.complaints(worker, tenant.project(), vault)).isEmpty();
  }

  @Test
  void refusesToStartWithAnotherSealingKeyAndNamesItsFile() throws Exception {
    worker.internal(path("/vaults/" + vault + "/recovery-kit"));
    Path other = Files.writeString(stack.home().resolve("other.key"), WorkerStack.key(2));
    WorkerProcess stranger = stack.worker("stranger", "COFFER_SEALING_KEY_FILE", other.toString());
    assertThat(stranger.exitCode(Duration.ofSeconds(180))).isPositive();
    assertThat(stranger.log()).contains("The sealing key in " + other);
  }

  private Path cloud(String kind) {
    return stack.home().resolve("cloud").resolve(tenant.project()).resolve(kind);
  }

  private static String volume(UUID id, int sizeGb) {
    return """
    {"id":"%s","name":"own","sizeGb":%d,"createdAt":"2026-01-01T00:00:00Z","settings":{}}\
    """
        .formatted(id, sizeGb);
  }

  private StartBackup disk(String id) {
    return new StartBackup(
        UUID.randomUUID(),
        vault,
        UUID.randomUUID(),
        id,
        "OS::Cinder::Volume",
        "own",
        List.of(new SourceVolume(id, "own", 1L << 30)),
        null,
        false,
        Tenant.TIME);
  }

  private String path(String rest) {
    return "/projects/" + tenant.project() + rest;
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Json.MAPPER.readTree(response.body());
  }
}
