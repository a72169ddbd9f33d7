package io.coffer.messaging.outbox;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Json;
import io.coffer.contracts.Message;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.EnvelopeHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record that is to leave for Kafka, not yet with its place in the outbox.
 *
 * @param project whose decision made it: records of one project leave in their order, whomever they
 *     are for
 * @param key the project that it is for
 */
public record Outgoing(
    String project, String topic, String key, Map<String, String> headers, byte[] payload) {

  /**
   * What one encoded message may measure. Above it the broker would refuse, and block its project
   * for ever.
   */
  public static final int MAX_BYTES = 900_000;

  /** What its headers may measure beside it. */
  public static final int MAX_HEADER_CHARACTERS = 64_000;

  public Outgoing {
    int above = headerCharacters(headers) - MAX_HEADER_CHARACTERS;
    if (payload.length > MAX_BYTES || above > 0) {
      throw new MessageTooLargeException(Math.max(payload.length, MAX_BYTES + above));
    }
  }

  private static int headerCharacters(Map<String, String> headers) {
    int characters = 0;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      characters += header.getKey().length() + header.getValue().length();
    }
    return characters;
  }

  /** A message of the catalogue on its topic, keyed by its project. */
  public static Outgoing of(Message message, Envelope envelope) {
    return new Outgoing(
        envelope.project(),
        Catalogue.of(message).topic().topicName(),
        envelope.project(),
        EnvelopeHeaders.write(envelope.about(message)),
        encode(message));
  }

  /** The same record, made by the decision of a project that it is not for. */
  public Outgoing madeBy(String other) {
    return new Outgoing(other, topic, key, headers, payload);
  }

  /** As the broker takes it. */
  public ProducerRecord<String, byte[]> toRecord() {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, payload);
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private static byte[] encode(Message message) {
    try {
      return Json.MAPPER.writeValueAsBytes(message);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + message.getClass(), e);
    }
  }
}
