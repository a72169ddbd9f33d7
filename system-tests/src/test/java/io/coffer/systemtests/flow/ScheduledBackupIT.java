package io.coffer.systemtests.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Servers whose policies are due at moments of their own. Around each moment the scheduler is
 * killed, at a time that the seed says; at the next one the server before is due again.
 */
@ExtendWith(WholeStack.class)
class ScheduledBackupIT {

  private static final int SERVERS = Integer.getInteger("coffer.scheduled.servers", 3);
  private static final Set<Integer> LATE = Set.of(503, 504);

  private final long seed = Long.getLong("coffer.seed", System.nanoTime());
  private final Noise noise = new Noise();
  private final List<Kept> kept = new ArrayList<>();
  private final List<String> policies = new ArrayList<>();
  private SchedulerClock clock;
  private Project project;

  private record Kept(LocalServer server, String vault) {}

  @BeforeEach
  void protect(RunningStack stack) throws Exception {
    clock = new SchedulerClock(stack);
    project = Project.of(stack, "region-1");
    for (int i = 0; i < SERVERS; i++) {
      LocalServer server =
          LocalServer.create(stack, project, "kept " + i, List.of(noise.bytes(1 << 20)));
      kept.add(new Kept(server, new Vaults(project).create("scheduled " + i, server.id())));
    }
  }

  @AfterEach
  void end() {
    clock.end();
    policies.forEach(policy -> project.delete("/policies/" + policy));
  }

  @Test
  void backsUpEachServerOnceAMomentAndKeepsTheNewestOnlyWhereThePolicySaysSo() throws Exception {
    for (int round = 0; round <= SERVERS; round++) {
      ZonedDateTime moment = clock.soon();
      if (round > 0) {
        change(policies.get(round - 1), moment);
      }
      if (round < SERVERS) {
        policies.add(policy(moment, kept.get(round).vault()));
      }
      killAround(moment, new Random(seed + round));
      if (round > 0) {
        hasTheSecondBackupOnly(kept.get(round - 1));
      }
      if (round < SERVERS) {
        hasTheFirstBackup(kept.get(round));
        noise.change(kept.get(round).server().disks().get(0), 3, 1000);
      }
    }
    for (Kept one : kept) {
      givesBack(one);
    }
  }

  private void killAround(ZonedDateTime moment, Random chance) {
    ZonedDateTime then = moment.minusSeconds(1).plus(chance.nextInt(3_000), ChronoUnit.MILLIS);
    await()
        .pollInterval(Duration.ofMillis(10))
        .atMost(Duration.ofMinutes(2))
        .until(() -> !clock.now().isBefore(then));
    clock.kill();
    clock.start();
  }

  private void hasTheFirstBackup(Kept one) {
    await()
        .atMost(Vaults.TASK_LIMIT)
        .untilAsserted(
            () -> assertThat(of(one, "backup")).as("seed %d", seed).containsExactly("success"));
  }

  private void hasTheSecondBackupOnly(Kept one) {
    await()
        .atMost(Vaults.TASK_LIMIT)
        .untilAsserted(
            () -> {
              assertThat(of(one, "backup"))
                  .as("seed %d", seed)
                  .containsExactly("success", "success");
              assertThat(of(one, "delete")).as("seed %d", seed).containsExactly("success");
              assertThat(backups(one)).hasSize(1);
            });
  }

  private void givesBack(Kept one) throws IOException {
    List<byte[]> before = one.server().contents();
    noise.change(one.server().disks().get(0), 3, 1000);
    Vaults calls = new Vaults(project);
    calls.succeeded(calls.restore(backups(one).get(0), one.server().id()));
    assertThat(one.server().contents()).as("seed %d", seed).containsExactlyElementsOf(before);
  }

  private List<String> of(Kept one, String type) {
    return new Vaults(project)
        .tasksOfVault(one.vault()).stream()
            .filter(task -> task.path("operation_type").asText().equals(type))
            .map(task -> task.path("status").asText())
            .toList();
  }

  private List<String> backups(Kept one) {
    List<String> ids = new ArrayList<>();
    for (JsonNode backup :
        project.get("/backups?vault_id=" + one.vault()).expect(200).path("backups")) {
      ids.add(backup.path("id").asText());
    }
    return ids;
  }

  private String policy(ZonedDateTime moment, String vault) {
    ObjectNode body = due(moment);
    ObjectNode policy = (ObjectNode) body.path("policy");
    policy.put("name", "nightly").put("operation_type", "backup");
    policy.putObject("operation_definition").put("max_backups", 1);
    String id = patiently("POST", "/policies", body).at("/policy/id").asText();
    ObjectNode applied = Json.MAPPER.createObjectNode().put("policy_id", id);
    patiently("POST", "/vaults/" + vault + "/associatepolicy", applied);
    return id;
  }

  private void change(String policy, ZonedDateTime moment) {
    patiently("PUT", "/policies/" + policy, due(moment));
  }

  /** A scheduler that was just started may answer late, but does once what it is asked again. */
  private JsonNode patiently(String method, String path, ObjectNode body) {
    Map<String, String> again = Map.of("X-Client-Token", UUID.randomUUID().toString());
    Reply reply = project.send(method, path, body, again);
    for (int i = 0; i < 6 && LATE.contains(reply.status()); i++) {
      reply = project.send(method, path, body, again);
    }
    return reply.expect(200);
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
