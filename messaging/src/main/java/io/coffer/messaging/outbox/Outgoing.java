package io.coffer.messaging.outbox;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Json;
import io.coffer.contracts.Message;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.EnvelopeHeaders;
import java.io.IOException;
import java.util.Map;

/** A record that is to leave for Kafka, not yet with its place in the outbox. */
public record Outgoing(
    String project, String topic, String key, Map<String, String> headers, byte[] payload) {

  /**
   * What one encoded message may measure. Above it the broker would refuse, and block its project
   * for ever.
   */
  public static final int MAX_BYTES = 900_000;

  public Outgoing {
    if (payload.length > MAX_BYTES) {
      throw new MessageTooLargeException(payload.length);
    }
  }

  /** A message of the catalogue on its topic, keyed by its project. */
  public static Outgoing of(Message message, Envelope envelope) {
    return new Outgoing(
        envelope.project(),
        Catalogue.of(message).topic().topicName(),
        envelope.project(),
        EnvelopeHeaders.write(envelope),
        encode(message));
  }

  private static byte[] encode(Message message) {
    try {
      return Json.MAPPER.writeValueAsBytes(message);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + message.getClass(), e);
    }
  }
}
