package io.coffer.contracts.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * A short secret on its way to the one service that has the private key: RSA-OAEP with SHA-256. The
 * purpose is part of what is sealed, so that a secret of one purpose opens for no other one.
 *
 * @param sealed in Base64
 */
public record SealedSecret(String sealed) {

  private static final String CIPHER = "RSA/ECB/OAEPPadding";

  /** Seals a text of at most 300 bytes in UTF-8. */
  public static SealedSecret seal(PublicKey key, String purpose, String secret) {
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, purpose);
      byte[] sealed = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return new SealedSecret(Base64.getEncoder().encodeToString(sealed));
    } catch (GeneralSecurityException e) {
      // Without the cause: nobody promises that it does not tell what was to be sealed.
      throw new IllegalArgumentException("a secret of this length cannot be sealed by this key");
    }
  }

  /**
   * The secret.
   *
   * @throws GeneralSecurityException when it was sealed for another key or another purpose, or was
   *     changed
   */
  public String open(PrivateKey key, String purpose) throws GeneralSecurityException {
    try {
      byte[] bytes = Base64.getDecoder().decode(sealed);
      return new String(
          cipher(Cipher.DECRYPT_MODE, key, purpose).doFinal(bytes), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("what is sealed is not in Base64");
    }
  }

  private static Cipher cipher(int mode, Key key, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(
        mode,
        key,
        new OAEPParameterSpec(
            "SHA-256",
            "MGF1",
            MGF1ParameterSpec.SHA256,
            new PSource.PSpecified(purpose.getBytes(StandardCharsets.UTF_8))));
    return cipher;
  }

  /** Not even what is sealed belongs in a log. */
  @Override
  public String toString() {
    return "SealedSecret[]";
  }
}
