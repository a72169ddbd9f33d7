package io.coffer.contracts.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Key pairs of {@link SealedSecret} as texts in PEM, one file a key. */
public final class PemKeys {

  static final String ALGORITHM = "X25519";

  private PemKeys() {}

  /** A new pair. */
  public static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** A key as text. */
  public static String pem(Key key) {
    String name = key instanceof PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY";
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(key.getEncoded());
    return "-----BEGIN " + name + "-----\n" + body + "\n-----END " + name + "-----\n";
  }

  /**
   * The public key in a text.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static PublicKey publicKey(String pem) {
    return publicKey(bytes(pem, "PUBLIC KEY"));
  }

  static PublicKey publicKey(byte[] encoded) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no public key", e);
    }
  }

  /**
   * The private key in a text.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static PrivateKey privateKey(String pem) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(bytes(pem, "PRIVATE KEY")));
    } catch (GeneralSecurityException e) {
      // Without the cause, which may show some of the text.
      throw new IllegalArgumentException("no private key in PEM");
    }
  }

  private static byte[] bytes(String pem, String name) {
    String body =
        pem.strip()
            .replace("-----BEGIN " + name + "-----", "")
            .replace("-----END " + name + "-----", "");
    return Base64.getMimeDecoder().decode(body);
  }
}
