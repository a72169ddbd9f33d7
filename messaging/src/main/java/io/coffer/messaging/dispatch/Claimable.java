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
record Claimable(Received received, Incoming incoming) {

  UUID id() {
    return received.envelope().id();
  }

  String project() {
    return received.envelope().project();
  }

  Claim claim() {
    return new Claim(id(), project(), incoming == null ? "" : incoming.topic(), sha256());
  }

  /** Of the record's value, in hex: tells two requests under one id apart. */
  String sha256() {
    if (incoming == null) {
      return "";
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(incoming.value());
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
