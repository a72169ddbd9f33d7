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
import io.coffer.messaging.outcome.OutcomeRecords;
import java.nio.charset.StandardCharsets;
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

  /**
   * The record as it leaves.
   *
   * @param request the hash of the request for whoever may see it again; null for none
   */
  ProducerRecord<String, byte[]> stamped(Envelope envelope, String request) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic.topicName(), envelope.project(), payload);
    EnvelopeHeaders.write(envelope)
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    if (request != null) {
      record.headers().add(OutcomeRecords.REQUEST, request.getBytes(StandardCharsets.UTF_8));
    }
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
