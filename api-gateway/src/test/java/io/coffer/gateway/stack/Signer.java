package io.coffer.gateway.stack;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs plain requests with the secret key itself, as the vendor's own clients do. */
public final class Signer {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final String accessKey;
  private final String secretKey;

  private Signer(String accessKey, String secretKey) {
    this.accessKey = accessKey;
    this.secretKey = secretKey;
  }

  /** The first account's keys. */
  public static Signer first() {
    return new Signer("AKONE", TestAccounts.SECRET_KEY);
  }

  /** The other account's access key with a secret key that is not its own. */
  public static Signer mistaken() {
    return new Signer("AKTWO", "not the secret");
  }

  /** The other account's keys. */
  public static Signer other() {
    return new Signer("AKTWO", "SKTWO0000");
  }

  public static Signer unknown() {
    return new Signer("AKNOBODY", "x");
  }

  /** The headers of a request without a query, signed at a time. */
  public String[] headers(URI base, String method, String path, String body, Instant at) {
    String date = DATE.format(at);
    String canonical =
        String.join(
            "\n",
            method,
            path + "/",
            "",
            "host:" + base.getAuthority(),
            "x-sdk-date:" + date,
            "",
            "host;x-sdk-date",
            sha256(body));
    String toSign = String.join("\n", "SDK-HMAC-SHA256", date, sha256(canonical));
    return new String[] {
      "X-Sdk-Date",
      date,
      "Authorization",
      "SDK-HMAC-SHA256 Access=%s, SignedHeaders=host;x-sdk-date, Signature=%s"
          .formatted(accessKey, hmac(toSign))
    };
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
