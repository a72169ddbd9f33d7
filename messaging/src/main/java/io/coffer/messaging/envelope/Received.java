package io.coffer.messaging.envelope;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Json;
import io.coffer.contracts.Message;
import java.io.IOException;

/** A message with its envelope. */
public record Received(Envelope envelope, Message message) {

  /**
   * Reads a record by the catalogue.
   *
   * @throws UnreadableException when it is not a message of this topic, its key is not its project,
   *     or it does not say what it is about and when that was
   */
  public static Received read(Incoming incoming) {
    Envelope envelope = EnvelopeHeaders.read(incoming.headers());
    if (!envelope.project().equals(incoming.key())) {
      throw new UnreadableException("the key is not the project in the headers");
    }
    Catalogue.Entry entry =
        Catalogue.find(envelope.type())
            .orElseThrow(() -> new UnreadableException("unknown type " + envelope.type()));
    if (!entry.topic().topicName().equals(incoming.topic())) {
      throw new UnreadableException(envelope.type() + " does not belong on this topic");
    }
    Received received = new Received(envelope, parse(incoming.value(), entry.message()));
    Landmarks.missing(received.message())
        .ifPresent(
            name -> {
              throw new UnreadableException("the value has no " + name, received);
            });
    return received;
  }

  private static Message parse(byte[] value, Class<? extends Message> type) {
    if (value == null) {
      throw new UnreadableException("there is no value");
    }
    try {
      Message message = Json.MAPPER.readValue(value, type);
      if (message == null) {
        throw new UnreadableException("the value is null");
      }
      return message;
    } catch (IOException e) {
      throw new UnreadableException("the value is not " + type.getSimpleName() + " in JSON");
    }
  }
}
