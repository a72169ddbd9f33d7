package io.coffer.cli.stack;

import io.coffer.local.LocalStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The secrets of the services in {@code $COFFER_HOME/keys}, made once and never replaced. */
record Keys(Path sealingKey, Path internalToken, String postgresPassword) {

  /**
   * Reads the keys, and makes those that are missing.
   *
   * @param masterKey the file that replaces {@code sealing.key}, or null
   */
  static Keys load(Home home, String masterKey) {
    Path sealing = home.keys().resolve("sealing.key");
    if (masterKey != null && !masterKey.isBlank()) {
      sealing = Path.of(masterKey).toAbsolutePath();
      if (!Files.isReadable(sealing)) {
        throw new LocalStackException("COFFER_MASTER_KEY_FILE names no readable file: " + sealing);
      }
    } else {
      ensure(sealing, Secrets.base64(32));
    }
    Path token = home.keys().resolve("internal.token");
    ensure(token, Secrets.lettersAndDigits(48));
    Path postgres = home.keys().resolve("postgres.password");
    ensure(postgres, Secrets.lettersAndDigits(32));
    return new Keys(sealing, token, read(postgres));
  }

  private static void ensure(Path file, String secret) {
    if (!Files.exists(file)) {
      JsonFile.writeText(file, secret + "\n");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException failed) {
      throw new LocalStackException("Cannot read " + file, failed);
    }
  }
}
