package io.coffer.billing.dbom.login;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What is kept of a password: {@code pbkdf2-sha256$rounds$salt$hash}, the last two in hex. */
@ApplicationScoped
class PasswordHash {

  private static final int ROUNDS = 600_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  private final SecureRandom random = new SecureRandom();

  /** The hash under a new salt. Takes a good part of a second, so that guessing does too. */
  String of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, HASH_BITS);
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      HexFormat hex = HexFormat.of();
      return "pbkdf2-sha256$" + ROUNDS + "$" + hex.formatHex(salt) + "$" + hex.formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2");
    } finally {
      spec.clearPassword();
    }
  }
}
