package io.coffer.messaging.dispatch;

import io.coffer.contracts.Sha256;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.outcome.OutcomeRecords;
import java.util.UUID;

/**
 * A readable message on its way into the inbox.
 *
 * @param incoming the record it came in; null for a message that the service gives itself
 */
record InboxMessage(Received received, Incoming incoming) {

  UUID id() {
    return received.envelope().id();
  }

  String project() {
    return received.envelope().project();
  }

  InboxRow row() {
    return new InboxRow(id(), project(), incoming == null ? "" : incoming.topic(), sha256());
  }

  /**
   * Tells two requests under one id apart: the hash that the edge took of the request, else that of
   * the record's value; in hex.
   */
  String sha256() {
    if (incoming == null) {
      return "";
    }
    String request = incoming.headers().get(OutcomeRecords.REQUEST);
    return request == null ? Sha256.hex(incoming.value()) : request;
  }
}
