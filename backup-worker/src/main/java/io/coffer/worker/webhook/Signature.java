package io.coffer.worker.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver knows the sender by, as Standard Webhooks has it: HMAC-SHA256 over id, time and
 * body.
 */
final class Signature {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private final SecretKeySpec key;

  private Signature(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * With this secret.
   *
   * @throws IllegalArgumentException when it is none; the message does not hold it
   */
  static Signature by(String secret) {
    if (secret != null && secret.startsWith(PREFIX)) {
      byte[] key = bytes(secret.substring(PREFIX.length()));
      if (key.length >= SHORTEST && key.length <= LONGEST) {
        return new Signature(key);
      }
    }
    throw new IllegalArgumentException(
        "It must be whsec_ and the Base64 of " + SHORTEST + " to " + LONGEST + " bytes.");
  }

  /** The value of the header. */
  String of(String id, Instant time, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + time.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
