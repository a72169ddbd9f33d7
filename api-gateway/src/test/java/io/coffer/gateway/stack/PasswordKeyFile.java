package io.coffer.gateway.stack;

import io.coffer.contracts.secret.PemKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;

/** The keys that passwords travel under in this run. */
public final class PasswordKeyFile {

  private static final KeyPair PAIR = PemKeys.generate();

  private PasswordKeyFile() {}

  static Path write() throws IOException {
    return Files.writeString(
        Files.createTempFile("password", ".pub"), PemKeys.pem(PAIR.getPublic()));
  }

  /** What nobody but the one who sets passwords has. */
  public static PrivateKey privateKey() {
    return PAIR.getPrivate();
  }
}
