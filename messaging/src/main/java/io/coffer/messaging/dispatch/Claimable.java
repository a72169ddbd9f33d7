package io.coffer.messaging.dispatch;

import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.envelope.Received;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A readable message on its way into the inbox.
 *
 * @param incoming the record it came in; null for a message that the service gives itself
 */
record Claimable(Received received, Incoming incoming, String sha256) {

  static Claimable of(Received received, Incoming incoming) {
    return new Claimable(received, incoming, incoming == null ? "" : sha256(incoming.value()));
  }

  UUID id() {
    return received.envelope().id();
  }

  String project() {
    return received.envelope().project();
  }

  Claim claim() {
    return new Claim(id(), project(), incoming == null ? "" : incoming.topic(), sha256);
  }

  private static String sha256(byte[] value) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
