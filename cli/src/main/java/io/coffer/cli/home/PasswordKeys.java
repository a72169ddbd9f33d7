package io.coffer.cli.home;

import io.coffer.contracts.secret.PemKeys;
import io.coffer.contracts.secret.SealedSecret;
import io.coffer.local.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;

/**
 * The pair of keys that the passwords of instances travel under: whoever takes them from clients
 * has the public one, whoever sets them the private one.
 */
public record PasswordKeys(Path publicKey, Path privateKey) {

  private static final String TRIAL = "trial";

  /** The pair in this directory; a new one where there is none, or it is none. */
  public static PasswordKeys in(Path directory) {
    PasswordKeys keys =
        new PasswordKeys(directory.resolve("password.pub"), directory.resolve("password.key"));
    if (!keys.fit()) {
      KeyPair made = PemKeys.generate();
      WholeFile.write(keys.privateKey(), PemKeys.pem(made.getPrivate()));
      WholeFile.write(keys.publicKey(), PemKeys.pem(made.getPublic()));
    }
    return keys;
  }

  /** Tells the pair apart from an earlier one. */
  public String fingerprint() {
    try {
      return Fingerprint.of(Files.readString(publicKey));
    } catch (IOException e) {
      return "";
    }
  }

  private boolean fit() {
    try {
      SealedSecret sealed =
          SealedSecret.seal(PemKeys.publicKey(Files.readString(publicKey)), TRIAL, TRIAL);
      PrivateKey opening = PemKeys.privateKey(Files.readString(privateKey));
      return sealed.open(opening, TRIAL).equals(TRIAL);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
