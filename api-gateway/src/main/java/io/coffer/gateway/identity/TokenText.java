package io.coffer.gateway.identity;

import io.coffer.contracts.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The text of a token: 48 random bytes that mean nothing by themselves. */
final class TokenText {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{64}");

  private TokenText() {}

  static String fresh() {
    byte[] bytes = new byte[48];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether this may be a token of ours at all. */
  static boolean plausible(String text) {
    return text.length() == 64 && SHAPE.matcher(text).matches();
  }

  /**
   * Ties a token to the password that it was given for: who changes the password ends the token.
   * Keyed by the token itself, which is not stored, so that it says nothing of the password.
   */
  static byte[] credential(String text, String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** The only trace of a token that is ever stored. */
  static byte[] sha256(String text) {
    return Sha256.of(text);
  }
}
