package io.coffer.gateway.submit;

import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.messaging.envelope.UnreadableException;
import io.coffer.messaging.outcome.OutcomeRecords;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** How a command ended, as its owner wrote it. */
record ReadOutcome(UUID command, OwnerAnswer answer) {

  /**
   * Reads a record.
   *
   * @throws UnreadableException when it is no outcome
   */
  static ReadOutcome of(ConsumerRecord<String, byte[]> record) {
    String command = header(record, OutcomeRecords.COMMAND);
    String status = header(record, OutcomeRecords.STATUS);
    byte[] body = record.value() == null ? new byte[0] : record.value();
    try {
      return new ReadOutcome(UUID.fromString(command), new OwnerAnswer(status(status), body));
    } catch (IllegalArgumentException e) {
      throw new UnreadableException("no outcome: command " + command + ", status " + status);
    }
  }

  private static int status(String text) {
    int status = Integer.parseInt(text);
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException(text);
    }
    return status;
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      throw new UnreadableException("header " + name + " is missing");
    }
    return new String(header.value(), StandardCharsets.US_ASCII);
  }
}
