package io.coffer.systemtests.faults.poison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Topic;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.AnyWorker;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@AnyWorker
@ExtendWith(WholeStack.class)
class PoisonIT {

  /** Topics that somebody reads, and of which no outcome of nobody's command is a message. */
  private static final Set<Topic> FOLLOWED =
      EnumSet.of(
          Topic.VAULT_COMMANDS,
          Topic.VAULT_EVENTS,
          Topic.WORK_COMMANDS,
          Topic.TASK_EVENTS,
          Topic.TASK_PROGRESS);

  @Test
  void putsARecordNobodyCanReadAsideAndGoesOn(RunningStack stack) throws Exception {
    Project project = Project.of(stack, "region-1");
    Instant start = Instant.now();
    String garbage = "{ not json " + UUID.randomUUID();
    String topic = Topic.VAULT_COMMANDS.topicName();
    try (var producer =
        new KafkaProducer<>(
            stack.kafka(Map.of()), new StringSerializer(), new StringSerializer())) {
      var record = new ProducerRecord<>(topic, project.id(), garbage);
      record.headers().add("ce_type", "coffer.vault.create.v1".getBytes(StandardCharsets.UTF_8));
      producer.send(record).get();
    }

    assertThat(new Vaults(project).create("after the garbage")).isNotEmpty();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              JsonNode letters = stack.coffer("dlq", "list", "-o", "json").ok().json();
              List<JsonNode> mine = new ArrayList<>();
              letters.forEach(
                  letter -> {
                    if (letter.path("key").asText().equals(project.id())
                        && letter.path("since").asText().compareTo(start.toString()) >= 0) {
                      mine.add(letter);
                    }
                  });
              assertThat(mine).hasSize(1);
              assertThat(mine.get(0).path("origin").asText()).startsWith(topic);
              assertThat(mine.get(0).path("reason").asText()).contains("ce_id is missing");
            });
  }

  /** What one consumer cannot read must stop none of them, now and after a restart. */
  @Test
  void livesOnWithFiftyShapesOfPoisonOnEveryTopic(RunningStack stack) throws Exception {
    long seed = Long.getLong("coffer.seed", System.nanoTime() % 1_000_000);
    System.out.println("coffer.seed=" + seed);
    Random random = new Random(seed);
    Project project = Project.of(stack, "region-1");
    Vaults vaults = new Vaults(project);
    LocalServer server =
        LocalServer.create(stack, project, "poisoned", List.of(new Noise().bytes(1 << 20)));
    String vault = vaults.create("before the poison", server.id());
    String backup = vaults.backup(vaults.backedUp(vault), server.id());

    Set<String> sent = new HashSet<>();
    Map<String, Object> settings = stack.kafka(Map.of("max.request.size", 4_000_000));
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (Topic topic : Topic.values()) {
        for (var shape : new Poison(topic, project.id(), random).shapes()) {
          RecordMetadata at = producer.send(shape).get();
          if (FOLLOWED.contains(topic)) {
            sent.add(at.topic() + "/" + at.partition() + "/" + at.offset());
          }
        }
      }
    }

    works(vaults, vault);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(origins(stack)).containsAll(sent));
    stack.coffer("replay", "verify").ok();
    List.of("vault-service", "billing-service", "backup-worker").forEach(stack::kill);
    stack.kill("api-gateway");
    stack.up();
    works(vaults, vault);
    vaults.succeeded(vaults.restore(backup, server.id()));
    List<String> origins = origins(stack);
    assertThat(origins).doesNotHaveDuplicates().containsAll(sent);
  }

  private static void works(Vaults vaults, String vault) {
    assertThat(vaults.create("after the poison")).isNotEmpty();
    vaults.backedUp(vault);
  }

  private static List<String> origins(RunningStack stack) {
    return stack.coffer("dlq", "list", "-o", "json").ok().json().findValuesAsText("origin");
  }
}
