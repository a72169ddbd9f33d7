package io.coffer.gateway.signature;

import io.coffer.contracts.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Percent-encoding by RFC 3986 on bytes, and the two hash functions of all forms. */
final class Encoding {

  private static final HexFormat HEX = HexFormat.of();
  private static final HexFormat UPPER = HexFormat.of().withUpperCase();

  private Encoding() {}

  /** Decodes what is encoded soundly and leaves the rest as it stands. */
  static byte[] decode(String text, boolean plusIsSpace) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '%'
          && i + 2 < in.length
          && HexFormat.isHexDigit(in[i + 1])
          && HexFormat.isHexDigit(in[i + 2])) {
        out.write(HexFormat.fromHexDigit(in[i + 1]) << 4 | HexFormat.fromHexDigit(in[i + 2]));
        i += 2;
      } else {
        out.write(in[i] == '+' && plusIsSpace ? ' ' : in[i]);
      }
    }
    return out.toByteArray();
  }

  /** Encodes everything but {@code A-Za-z0-9-_.~} and the one byte in {@code kept}. */
  static String encode(byte[] bytes, int kept) {
    StringBuilder text = new StringBuilder(bytes.length + 16);
    for (byte b : bytes) {
      if (unreserved(b) || b == kept) {
        text.append((char) b);
      } else {
        text.append('%');
        UPPER.toHexDigits(text, b);
      }
    }
    return text.toString();
  }

  static String encode(byte[] bytes) {
    return encode(bytes, -1);
  }

  /** SHA-256 in lower-case hex. */
  static String sha256(byte[] bytes) {
    return Sha256.hex(bytes);
  }

  static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      // An empty key is refused by the JDK; HMAC pads keys with zeros, so one zero byte is the
      // same.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  static byte[] hmac(byte[] key, String message) {
    return hmac(key, message.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean unreserved(byte b) {
    return b >= 'A' && b <= 'Z'
        || b >= 'a' && b <= 'z'
        || b >= '0' && b <= '9'
        || b == '-'
        || b == '_'
        || b == '.'
        || b == '~';
  }
}
