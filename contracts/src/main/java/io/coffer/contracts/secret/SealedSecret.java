package io.coffer.contracts.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret on its way to the one service that has the private key. A pair that is made for it alone
 * agrees with that service's on a key (X25519), which then seals it (AES-256-GCM); the public half
 * of that pair stands in front. The purpose goes into the key, so that a secret of one purpose
 * opens for no other one.
 *
 * @param sealed in Base64
 */
public record SealedSecret(String sealed) {

  private static final int PUBLIC_BYTES = 44;
  private static final int TAG_BYTES = 16;

  /** Seals a text. */
  public static SealedSecret seal(PublicKey key, String purpose, String secret) {
    try {
      KeyPair once = PemKeys.generate();
      byte[] front = once.getPublic().getEncoded();
      byte[] behind =
          cipher(Cipher.ENCRYPT_MODE, once.getPrivate(), key, front, purpose)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      ByteBuffer all = ByteBuffer.allocate(front.length + behind.length).put(front).put(behind);
      return new SealedSecret(Base64.getEncoder().encodeToString(all.array()));
    } catch (GeneralSecurityException e) {
      // Without the cause: nobody promises that it does not tell what was to be sealed.
      throw new IllegalArgumentException("this key seals nothing");
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
      if (bytes.length < PUBLIC_BYTES + TAG_BYTES) {
        throw new GeneralSecurityException("nothing is sealed in so few bytes");
      }
      byte[] front = Arrays.copyOf(bytes, PUBLIC_BYTES);
      byte[] behind = Arrays.copyOfRange(bytes, PUBLIC_BYTES, bytes.length);
      return new String(
          cipher(Cipher.DECRYPT_MODE, key, PemKeys.publicKey(front), front, purpose)
              .doFinal(behind),
          StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("no key stands in front of what is sealed");
    }
  }

  /** Each key is used for one message, whose nonce may therefore be the first. */
  private static Cipher cipher(
      int mode, PrivateKey own, PublicKey other, byte[] front, String purpose)
      throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance(PemKeys.ALGORITHM);
    agreement.init(own);
    agreement.doPhase(other, true);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(agreement.generateSecret(), mac.getAlgorithm()));
    mac.update(front);
    byte[] key = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG_BYTES, new byte[12]));
    return cipher;
  }

  /** Not even what is sealed belongs in a log. */
  @Override
  public String toString() {
    return "SealedSecret[]";
  }
}
