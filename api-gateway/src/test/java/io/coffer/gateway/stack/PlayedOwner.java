package io.coffer.gateway.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.contracts.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Plays all owners on the broker: decides each command once and tells the outcome. A vault called
 * {@code mute} is decided and not told; one called {@code lost} is not even decided.
 */
final class PlayedOwner {

  record Outcome(int status, String body, String sha256) {}

  private final List<String> projects;
  private final Map<UUID, Outcome> decided = new ConcurrentHashMap<>();
  private final KafkaConsumer<String, byte[]> consumer;
  private final KafkaProducer<String, byte[]> producer;
  private final Thread thread = new Thread(this::run, "played-owner");

  PlayedOwner(String bootstrapServers, List<String> projects) {
    this.projects = projects;
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "latest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer());
    List<TopicPartition> partitions =
        Topic.ANSWERED.stream()
            .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    thread.start();
  }

  Map<UUID, Outcome> decided() {
    return decided;
  }

  void close() throws InterruptedException {
    consumer.wakeup();
    thread.join(5_000);
    producer.close();
  }

  private void run() {
    try (consumer) {
      while (true) {
        for (ConsumerRecord<String, byte[]> command : consumer.poll(Duration.ofMillis(200))) {
          if (projects.contains(command.key())) {
            decide(command);
          }
        }
      }
    } catch (WakeupException e) {
      // closed
    } catch (IOException e) {
      throw new AssertionError("a command is not JSON", e);
    }
  }

  private void decide(ConsumerRecord<String, byte[]> command) throws IOException {
    UUID id = UUID.fromString(header(command, "ce_id"));
    JsonNode message = Json.MAPPER.readTree(command.value());
    String name = message.path("settings").path("name").asText("");
    if (name.equals("lost")) {
      return;
    }
    Outcome outcome =
        decided.computeIfAbsent(
            id,
            first ->
                outcome(
                    id,
                    header(command, "ce_type"),
                    message,
                    header(command, "coffer-request-sha256")));
    if (!name.equals("mute")) {
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(
              Topic.OUTCOMES.topicName(),
              command.key(),
              outcome.body().getBytes(StandardCharsets.UTF_8));
      record.headers().add("ce_subject", bytes(id.toString()));
      record.headers().add("coffer-status", bytes(Integer.toString(outcome.status())));
      producer.send(record);
    }
  }

  /** Says what it was asked, so that a test sees what the gateway made of a request. */
  private static Outcome outcome(UUID id, String type, JsonNode message, String sha256) {
    if (type.contains("delete")) {
      return new Outcome(204, "", sha256);
    }
    String body =
        Json.MAPPER
            .createObjectNode()
            .put("type", type)
            .put("vault_id", DerivedId.vault(id).toString())
            .<com.fasterxml.jackson.databind.node.ObjectNode>set("command", message)
            .toString();
    return new Outcome(type.contains("restore") ? 202 : 200, body, sha256);
  }

  private static String header(ConsumerRecord<String, byte[]> command, String name) {
    Header header = command.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
