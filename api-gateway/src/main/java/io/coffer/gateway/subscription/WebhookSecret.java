package io.coffer.gateway.subscription;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes what a webhook is signed with. */
final class WebhookSecret {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private WebhookSecret() {}

  static String made() {
    byte[] key = new byte[BYTES];
    RANDOM.nextBytes(key);
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }
}
