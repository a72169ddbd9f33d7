package io.coffer.gateway.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;

/** Checks that a request was signed with a secret key. Knows no accounts and no clock. */
public final class SignatureVerifier {

  private static final Logger LOG = Logger.getLogger(SignatureVerifier.class);

  private SignatureVerifier() {}

  /** Whether the signature in the header is the one that this key makes of this request. */
  public static boolean verify(SignedRequest request, SignatureHeader header, String secretKey) {
    String date = request.header(SignatureHeader.DATE);
    if (date == null || !date.startsWith(day(header, date))) {
      return false;
    }
    byte[] presented = header.signature().getBytes(StandardCharsets.US_ASCII);
    byte[] key = key(header, secretKey);
    boolean matches = false;
    for (String canonical : CanonicalRequest.readings(request, header)) {
      LOG.debugf("canonical request:%n%s", canonical);
      String signature =
          HexFormat.of().formatHex(Encoding.hmac(key, stringToSign(header, date, canonical)));
      matches |= MessageDigest.isEqual(signature.getBytes(StandardCharsets.US_ASCII), presented);
    }
    return matches;
  }

  /** The day that a credential is for must be that of the request, or the key would outlive it. */
  private static String day(SignatureHeader header, String date) {
    return header.scope().isEmpty() ? date : header.scope().get(0) + "T";
  }

  private static String stringToSign(SignatureHeader header, String date, String canonical) {
    String hash = Encoding.sha256(canonical.getBytes(StandardCharsets.UTF_8));
    String scope = String.join("/", header.scope());
    return switch (header.form()) {
      case ACCESS -> String.join("\n", header.form().algorithm(), date, hash);
      case DERIVED -> String.join("\n", header.form().algorithm(), date, scope, hash);
      case CREDENTIAL ->
          String.join("\n", header.form().algorithm(), date, scope + "/sdk_request", hash);
    };
  }

  private static byte[] key(SignatureHeader header, String secretKey) {
    byte[] secret = secretKey.getBytes(StandardCharsets.UTF_8);
    return switch (header.form()) {
      case ACCESS -> secret;
      case CREDENTIAL ->
          chained(("SDK" + secretKey).getBytes(StandardCharsets.UTF_8), header.scope());
      case DERIVED -> derived(header, secret);
    };
  }

  private static byte[] chained(byte[] start, List<String> scope) {
    byte[] key = start;
    for (String word : scope) {
      key = Encoding.hmac(key, word);
    }
    return Encoding.hmac(key, "sdk_request");
  }

  /** HKDF with the access key as salt; the signing key is the hex text of its first block. */
  private static byte[] derived(SignatureHeader header, byte[] secret) {
    byte[] extracted = Encoding.hmac(header.accessKey().getBytes(StandardCharsets.UTF_8), secret);
    byte[] block = Encoding.hmac(extracted, String.join("/", header.scope()) + "\u0001");
    return HexFormat.of().formatHex(block).getBytes(StandardCharsets.US_ASCII);
  }
}
