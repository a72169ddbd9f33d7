package io.coffer.gateway.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The older form as its clients sign, written down step by step and apart from the code under test.
 */
final class OlderSigner {

  static final String DATE = "20260101T000000Z";
  static final String ACCESS_KEY = "AKOLDER";
  static final String SECRET_KEY = "SKOLDER00000";

  private OlderSigner() {}

  /** The header for a canonical request that the test spells out. */
  static String authorization(String canonicalRequest, String signedHeaders) {
    return authorization(canonicalRequest, signedHeaders, "", "");
  }

  static String authorization(
      String canonicalRequest, String signedHeaders, String region, String service) {
    String scope = "20260101/" + region + "/" + service + "/sdk_request";
    String toSign = "SDK-HMAC-SHA256\n" + DATE + "\n" + scope + "\n" + sha256(canonicalRequest);
    byte[] day = hmac(("SDK" + SECRET_KEY).getBytes(StandardCharsets.UTF_8), "20260101");
    byte[] key = hmac(hmac(hmac(day, region), service), "sdk_request");
    return "SDK-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(ACCESS_KEY, scope, signedHeaders, HexFormat.of().formatHex(hmac(key, toSign)));
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
