package io.coffer.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Topic;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeStack.class)
class PoisonIT {

  @Test
  void putsARecordNobodyCanReadAsideAndGoesOn(RunningStack stack) throws Exception {
    Project project = Project.of(stack, "region-1");
    Instant start = Instant.now();
    String garbage = "{ not json " + UUID.randomUUID();
    String topic = Topic.VAULT_COMMANDS.topicName();
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", "127.0.0.1:" + stack.port("kafka")),
            new StringSerializer(),
            new StringSerializer())) {
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
}
