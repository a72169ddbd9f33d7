package io.coffer.messaging.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Json;
import io.coffer.contracts.Message;
import io.coffer.contracts.Topic;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.EnvelopeHeaders;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.envelope.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** What one project of a test sends to the topics, and what it sees of one service on them. */
public final class Wire implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Incoming> seen = new ArrayList<>();
  private final String project;
  private final String service;
  private final Topic events;

  /** What a command was answered. */
  public record Outcome(int status, JsonNode body) {

    public String errorCode() {
      return body.path("error_code").asText();
    }
  }

  /**
   * A view of a service's outcomes, events and orders from now on.
   *
   * @param events where its events ride
   */
  public Wire(String bootstrapServers, String project, String service, Topic events) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    this.project = project;
    this.service = service;
    this.events = events;
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> watched =
        Stream.of(Topic.OUTCOMES, events, Topic.VAULT_COMMANDS, Topic.WORK_COMMANDS)
            .map(Topic::topicName)
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(watched);
    consumer.seekToEnd(watched);
    watched.forEach(consumer::position);
  }

  /** Sends a message under a new id and says which. */
  public UUID send(Message message, Instant time) {
    UUID id = UUID.randomUUID();
    send(id, message, time);
    return id;
  }

  /** Sends a message under this id. */
  public void send(UUID id, Message message, Instant time) {
    Catalogue.Entry entry = Catalogue.of(message);
    Envelope envelope =
        Envelope.stamped(id, entry.type(), "test", time, project, "user-1", "req-" + id);
    try {
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(
              entry.topic().topicName(), project, Json.MAPPER.writeValueAsBytes(message));
      EnvelopeHeaders.write(envelope)
          .forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
      producer.send(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the answer to a command. */
  public Outcome outcome(UUID command) {
    return Awaitility.await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> outcomes(command), found -> !found.isEmpty())
        .get(0);
  }

  /** All answers to a command so far. */
  public List<Outcome> outcomes(UUID command) {
    return on("outcomes").stream()
        .filter(record -> record.headers().get("ce_subject").equals(command.toString()))
        .map(Wire::outcome)
        .toList();
  }

  /** Waits for as many messages of this kind as are expected, and returns all there are. */
  public <M extends Message> List<M> await(Class<M> type, int count) {
    return Awaitility.await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> messages(type), found -> found.size() >= count);
  }

  /** All messages of this kind so far. */
  public <M extends Message> List<M> messages(Class<M> type) {
    String topic =
        Catalogue.entries().stream()
            .filter(entry -> entry.message() == type)
            .findFirst()
            .orElseThrow()
            .topic()
            .topicName();
    return on(topic).stream()
        .map(record -> Received.read(record).message())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** All events of the project, in order. */
  public List<Received> events() {
    return on(events.topicName()).stream().map(Received::read).toList();
  }

  private List<Incoming> on(String topic) {
    ConsumerRecords<String, byte[]> polled;
    do {
      polled = consumer.poll(Duration.ofMillis(20));
      for (ConsumerRecord<String, byte[]> record : polled) {
        if (project.equals(record.key())) {
          seen.add(Incoming.of(record));
        }
      }
    } while (!polled.isEmpty());
    return seen.stream()
        .filter(record -> record.topic().equals(topic))
        .filter(record -> service.equals(record.headers().get("ce_source")))
        .toList();
  }

  private static Outcome outcome(Incoming record) {
    try {
      return new Outcome(
          Integer.parseInt(record.headers().get("coffer-status")),
          Json.MAPPER.readTree(record.value()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    consumer.close();
  }
}
