package io.coffer.systemtests.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Json;
import io.coffer.contracts.Topic;
import io.coffer.contracts.vault.VaultCommand.ReleaseVault;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.Contents;
import io.coffer.systemtests.stack.Launched;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WholeStack.class)
class ReplayVerifyIT {

  @BeforeAll
  static void live(RunningStack stack) throws Exception {
    Project project = Project.of(stack, "region-1");
    Vaults vaults = new Vaults(project);
    LocalServer server =
        LocalServer.create(stack, project, "lived", List.of(new Noise().bytes(1 << 20)));
    vaults.backedUp(vaults.create("lived", server.id()));
    policies(stack);
    missed(stack, project);
  }

  /** Somebody wants a vault released that nobody has, which its owner tells in a fact. */
  private static void missed(RunningStack stack, Project project) throws Exception {
    ReleaseVault release = new ReleaseVault(UUID.randomUUID(), "ARREAR", Instant.EPOCH);
    Catalogue.Entry entry = Catalogue.of(release);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            entry.topic().topicName(), project.id(), Json.MAPPER.writeValueAsBytes(release));
    Map.of(
            "ce_id", UUID.randomUUID().toString(),
            "ce_type", entry.type(),
            "ce_source", "test",
            "ce_time", "2026-01-01T00:00:00Z",
            "coffer-project", project.id())
        .forEach((name, value) -> record.headers().add(name, bytes(value)));
    try (var producer =
        new KafkaProducer<>(
            stack.kafka(Map.of()), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
    }
    Contents contents = new Contents(stack);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                contents
                    .topicsWith(List.of(release.vaultId().toString()))
                    .contains(Topic.VAULT_EVENTS.topicName()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** One that is applied, one that was, and what both were before. */
  private static void policies(RunningStack stack) {
    for (String name : List.of("stays", "goes")) {
      stack
          .coffer("policy", "create", name, "--pattern", "FREQ=DAILY;BYHOUR=2", "--keep", "3")
          .ok();
      stack.coffer("policy", "apply", name, "lived").ok();
    }
    stack.coffer("policy", "update", "stays", "--keep-for", "30").ok();
    stack.coffer("policy", "remove", "goes", "lived").ok();
    stack.coffer("policy", "apply", "stays", "lived").ok();
    stack.coffer("policy", "delete", "goes").ok();
    JsonNode listed = stack.coffer("policy", "list", "--vault", "lived", "-o", "json").ok().json();
    assertThat(listed.findValuesAsText("name")).contains("stays").doesNotContain("goes");
  }

  @ParameterizedTest
  @CsvSource({
    "vault-service, vault, name",
    "policy-scheduler, policy, operation_type",
    "billing-service, storage_usage, resource_name"
  })
  void isEqualUntilSomebodyChangesARow(
      String service, String table, String column, RunningStack stack) throws Exception {
    JsonNode untouched = verify(service, stack).ok().json();
    assertThat(untouched.path("service").asText()).isEqualTo(service);
    assertThat(untouched.path("equal").asBoolean()).isTrue();
    assertThat(untouched.path("records").asLong()).isPositive();
    assertThat(untouched.path("tables").findValuesAsText("name")).anyMatch(t -> t.contains(table));
    assertThat(untouched.path("replay_sha256")).isEqualTo(untouched.path("live_sha256"));

    try (OneRow row = OneRow.change(stack.credentials(), service, table, column)) {
      Launched changed = verify(service, stack);
      assertThat(changed.exit()).isEqualTo(1);
      assertThat(changed.json().path("equal").asBoolean(true)).isFalse();
      assertThat(changed.json().path("replay_sha256")).isEqualTo(untouched.path("replay_sha256"));
      assertThat(changed.json().path("live_sha256")).isNotEqualTo(untouched.path("live_sha256"));
      assertThat(row.changed()).isEqualTo(1);
    }
  }

  private static Launched verify(String service, RunningStack stack) {
    return stack.coffer("replay", "verify", service, "-o", "json");
  }
}
