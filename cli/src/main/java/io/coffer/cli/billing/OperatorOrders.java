package io.coffer.cli.billing;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.stack.KafkaClient;
import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Command;
import io.coffer.contracts.Json;
import io.coffer.contracts.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Gives commands that no client may give, and waits for what their owners say. */
final class OperatorOrders implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> outcomes;

  OperatorOrders(KafkaClient client) {
    producer =
        new KafkaProducer<>(
            client.with(Map.of("acks", "all")), new StringSerializer(), new ByteArraySerializer());
    outcomes =
        new KafkaConsumer<>(
            client.with(Map.of(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false)),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        outcomes.partitionsFor(Topic.OUTCOMES.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    outcomes.assign(partitions);
    outcomes.seekToEnd(partitions);
    partitions.forEach(outcomes::position);
  }

  /**
   * Returns what the owner answered.
   *
   * @param key the project or the domain that the command is about
   * @throws IllegalStateException with the owner's words when it refuses, or says nothing
   */
  JsonNode give(String key, Command command)
      throws IOException, ExecutionException, InterruptedException {
    UUID id = UUID.randomUUID();
    producer.send(record(id, key, command)).get();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      for (ConsumerRecord<String, byte[]> outcome : outcomes.poll(POLL)) {
        if (id.toString().equals(header(outcome, "ce_subject"))) {
          return answer(outcome);
        }
      }
    }
    throw new IllegalStateException(
        "Nobody answered within " + PATIENCE.toSeconds() + " s; it may still be done");
  }

  @Override
  public void close() {
    producer.close();
    outcomes.close();
  }

  private static JsonNode answer(ConsumerRecord<String, byte[]> outcome) throws IOException {
    JsonNode body =
        outcome.value() == null || outcome.value().length == 0
            ? Json.MAPPER.createObjectNode()
            : Json.MAPPER.readTree(outcome.value());
    int status = Integer.parseInt(header(outcome, "coffer-status"));
    if (status >= 300) {
      throw new IllegalStateException(
          body.path("error_msg").asText("It was refused")
              + " ("
              + body.path("error_code").asText("HTTP " + status)
              + ")");
    }
    return body;
  }

  private static ProducerRecord<String, byte[]> record(UUID id, String key, Command command)
      throws IOException {
    Catalogue.Entry entry = Catalogue.of(command);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            entry.topic().topicName(), key, Json.MAPPER.writeValueAsBytes(command));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id.toString(),
            "ce_type",
            entry.type(),
            "ce_source",
            "coffer",
            "ce_time",
            Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
            "content-type",
            "application/json",
            "coffer-project",
            key,
            "coffer-request-id",
            id.toString())
        .forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
