package io.coffer.systemtests.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeStack.class)
class ScheduledBackupIT {

  /** So many times the scheduler is killed around each moment, and so many vaults wait for it. */
  private static final int SEEDS = 5;

  private static final int VAULTS = SEEDS;

  /** A policy that is changed this short before a full minute may miss it. */
  private static final int CLOSE_SECONDS = 8;

  private final long seed = Long.getLong("coffer.seed", System.nanoTime());
  private final List<Random> chances =
      IntStream.range(0, SEEDS).mapToObj(i -> new Random(seed + i)).toList();
  private final Noise noise = new Noise();
  private final List<LocalServer> servers = new ArrayList<>();
  private final List<String> vaults = new ArrayList<>();
  private RunningStack stack;
  private Project project;
  private String policy;

  @BeforeEach
  void protect(RunningStack stack) throws Exception {
    this.stack = stack;
    project = Project.of(stack, "region-1");
    for (int i = 0; i < VAULTS; i++) {
      LocalServer server =
          LocalServer.create(stack, project, "kept " + i, List.of(noise.bytes(1 << 20)));
      servers.add(server);
      vaults.add(new Vaults(project).create("scheduled " + i, server.id()));
    }
  }

  @AfterEach
  void end() {
    project.delete("/policies/" + policy);
  }

  /** The scheduler is killed at random moments around each. */
  @Test
  void backsUpEachVaultOnceAMomentAndKeepsTheNewestOnlyWhereThePolicySaysSo() throws Exception {
    ZonedDateTime first = nextMinute();
    policy = project.post("/policies", policy(first)).expect(200).at("/policy/id").asText();
    for (String vault : vaults) {
      ObjectNode applied = Json.MAPPER.createObjectNode().put("policy_id", policy);
      project.post("/vaults/" + vault + "/associatepolicy", applied).expect(200);
    }
    killAround(first);
    for (String vault : vaults) {
      await()
          .atMost(Vaults.TASK_LIMIT)
          .untilAsserted(() -> assertThat(of(vault, "backup")).containsExactly("success"));
    }

    for (LocalServer server : servers) {
      noise.change(server.disks().get(0), 3, 1000);
    }
    ZonedDateTime second = nextMinute();
    project.send("PUT", "/policies/" + policy, due(second), Map.of()).expect(200);
    killAround(second);
    for (String vault : vaults) {
      await()
          .atMost(Vaults.TASK_LIMIT)
          .untilAsserted(
              () -> {
                assertThat(of(vault, "backup")).containsExactly("success", "success");
                assertThat(of(vault, "delete")).containsExactly("success");
                assertThat(backups(vault)).hasSize(1);
              });
    }

    for (int i = 0; i < VAULTS; i++) {
      LocalServer server = servers.get(i);
      List<byte[]> before = server.contents();
      noise.change(server.disks().get(0), 3, 1000);
      Vaults calls = new Vaults(project);
      calls.succeeded(calls.restore(backups(vaults.get(i)).get(0), server.id()));
      assertThat(server.contents()).as("seed %d", seed).containsExactlyElementsOf(before);
    }
  }

  private List<String> of(String vault, String type) {
    return new Vaults(project)
        .tasksOfVault(vault).stream()
            .filter(task -> task.path("operation_type").asText().equals(type))
            .map(task -> task.path("status").asText())
            .toList();
  }

  private List<String> backups(String vault) {
    List<String> ids = new ArrayList<>();
    for (JsonNode backup : project.get("/backups?vault_id=" + vault).expect(200).path("backups")) {
      ids.add(backup.path("id").asText());
    }
    return ids;
  }

  /** First around the moment itself, then while it makes up for what it missed. */
  private void killAround(ZonedDateTime moment) {
    ZonedDateTime from = moment.minusSeconds(2);
    for (Random chance : chances) {
      ZonedDateTime then = from.plus(chance.nextInt(4_000), ChronoUnit.MILLIS);
      await()
          .pollInterval(Duration.ofMillis(10))
          .atMost(Duration.ofMinutes(2))
          .until(() -> !now().isBefore(then));
      stack.kill("policy-scheduler");
      stack.up();
      from = now();
    }
  }

  private static ZonedDateTime nextMinute() {
    return now().plusSeconds(CLOSE_SECONDS).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
  }

  private static ZonedDateTime now() {
    return ZonedDateTime.now(ZoneOffset.UTC);
  }

  private static ObjectNode policy(ZonedDateTime due) {
    ObjectNode body = due(due);
    ObjectNode policy = (ObjectNode) body.path("policy");
    policy.put("name", "nightly").put("operation_type", "backup");
    policy.putObject("operation_definition").put("max_backups", 1);
    return body;
  }

  private static ObjectNode due(ZonedDateTime moment) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putObject("policy")
        .putObject("trigger")
        .putObject("properties")
        .putArray("pattern")
        .add("FREQ=DAILY;BYHOUR=%d;BYMINUTE=%d".formatted(moment.getHour(), moment.getMinute()));
    return body;
  }
}
