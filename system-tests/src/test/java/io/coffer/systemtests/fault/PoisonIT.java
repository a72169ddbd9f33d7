package io.coffer.systemtests.fault;

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
              assertThat(letters.toString()).contains(topic, project.id());
            });
  }
}
