package io.coffer.gateway.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.coffer.contracts.Catalogue;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Command;
import io.coffer.contracts.Json;
import io.coffer.contracts.Topic;
import io.coffer.gateway.error.ApiException;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.EnvelopeHeaders;
import io.coffer.messaging.outbox.Outgoing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A command in its encoded form. */
record CommandRecord(Topic topic, String type, byte[] payload) {

  /** Encodes a command; refuses what the broker would refuse. */
  static CommandRecord of(Command command) {
    Catalogue.Entry entry = Catalogue.of(command);
    byte[] payload = encode(command);
    if (payload.length > Outgoing.MAX_BYTES) {
      throw ApiException.of(CbrError.PAYLOAD_TOO_LARGE, "Request entity too large.");
    }
    return new CommandRecord(entry.topic(), entry.type(), payload);
  }

  /** The hash that the owner keeps beside the outcome, in lower-case hex. */
  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  ProducerRecord<String, byte[]> stamped(Envelope envelope) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic.topicName(), envelope.project(), payload);
    EnvelopeHeaders.write(envelope)
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  private static byte[] encode(Command command) {
    try {
      return Json.MAPPER.writeValueAsBytes(command);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + command.getClass(), e);
    }
  }
}
