package io.coffer.messaging.flow;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Json;
import io.coffer.contracts.Topic;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultCommand.CreateVault;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.EnvelopeHeaders;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.testing.SampleVault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a test sends to the topics, well made or not, and sees on them. */
final class RawWire implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Incoming> seen = new ArrayList<>();

  RawWire(String bootstrapServers) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> watched =
        Stream.of("outcomes", "vault-events", "vault-commands.dlq")
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(watched);
    consumer.seekToEnd(watched);
    watched.forEach(consumer::position);
  }

  static Envelope envelope(UUID id, String project, VaultCommand command) {
    return Envelope.stamped(
        id,
        Catalogue.of(command).type(),
        "test",
        Instant.parse("2026-01-01T00:00:00Z"),
        project,
        "user",
        "req");
  }

  static CreateVault named(String name) {
    return new CreateVault(SampleVault.settings(Map.of("name", name)), List.of(), List.of(), null);
  }

  void send(UUID id, String project, String name) throws Exception {
    send(id, project, named(name));
  }

  void send(UUID id, String project, VaultCommand command) throws Exception {
    byte[] value = Json.MAPPER.writeValueAsBytes(command);
    send(project, EnvelopeHeaders.write(envelope(id, project, command)), value);
  }

  /** A command as a poll brings it, at a place of a partition that is not there. */
  static ConsumerRecord<String, byte[]> polled(long offset, String project, String name)
      throws Exception {
    CreateVault command = named(name);
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(
            Topic.VAULT_COMMANDS.topicName(),
            1_000,
            offset,
            project,
            Json.MAPPER.writeValueAsBytes(command));
    put(EnvelopeHeaders.write(envelope(UUID.randomUUID(), project, command)), record.headers());
    return record;
  }

  void send(String key, Map<String, String> headers, byte[] value) throws Exception {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topic.VAULT_COMMANDS.topicName(), key, value);
    put(headers, record.headers());
    producer.send(record).get();
  }

  private static void put(Map<String, String> headers, Headers into) {
    headers.forEach((k, v) -> into.add(k, v.getBytes(StandardCharsets.UTF_8)));
  }

  /** All records of a topic with this key that have come since this wire was opened. */
  List<Incoming> on(String topic, String key) {
    consumer.poll(Duration.ofMillis(50)).forEach(record -> seen.add(Incoming.of(record)));
    return seen.stream().filter(r -> r.topic().equals(topic) && key.equals(r.key())).toList();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    consumer.close();
  }
}
