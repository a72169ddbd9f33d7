package io.coffer.messaging.testing;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Event;
import io.coffer.contracts.Json;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.EnvelopeHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The events of one project, as their owner would publish them: in order and without gaps. */
public final class History implements AutoCloseable {

  /** When everything happens. */
  public static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  private final KafkaProducer<String, byte[]> producer;
  private final String project = UUID.randomUUID().toString().replace("-", "");
  private long seq;
  private ProducerRecord<String, byte[]> last;

  /** A new project on the broker at this address. */
  public History(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** The project's id. */
  public String project() {
    return project;
  }

  /** Publishes facts; returns when the broker has them. */
  public void happens(Event... events)
      throws IOException, InterruptedException, ExecutionException {
    for (Event event : events) {
      last = record(event);
      producer.send(last).get();
    }
  }

  /** Publishes the last fact once more, as whoever dies before he notes that it left. */
  public void repeats() throws InterruptedException, ExecutionException {
    producer.send(last).get();
  }

  @Override
  public void close() {
    producer.close();
  }

  private ProducerRecord<String, byte[]> record(Event event) throws IOException {
    Catalogue.Entry entry = Catalogue.of(event);
    Envelope envelope =
        new Envelope(
            UUID.randomUUID(),
            entry.type(),
            "test",
            null,
            TIME,
            project,
            ++seq,
            UUID.randomUUID(),
            null,
            null,
            null);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            entry.topic().topicName(), project, Json.MAPPER.writeValueAsBytes(event));
    EnvelopeHeaders.write(envelope)
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }
}
