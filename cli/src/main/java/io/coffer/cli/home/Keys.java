package io.coffer.cli.home;

import io.coffer.local.KafkaBroker;
import io.coffer.local.KafkaLogin;
import io.coffer.local.LocalStackException;
import io.coffer.local.TopicAccess;
import io.coffer.local.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The secrets of the services in {@code $COFFER_HOME/keys}, made once. */
public record Keys(
    Path sealingKey,
    Path internalToken,
    PasswordKeys passwords,
    String postgresPassword,
    Map<String, KafkaLogin> kafkaLogins) {

  private static final int SHORTEST_TOKEN = 32;

  /**
   * Reads the keys, and makes those that are missing in a new home. In a home in use only those of
   * internal routes, of Kafka and of passwords on their way are made again: the others open what is
   * stored.
   *
   * @param masterKey the file that replaces {@code sealing.key}, or null
   */
  public static Keys load(Home home, String masterKey) {
    Path sealing = home.keys().resolve("sealing.key");
    if (masterKey != null && !masterKey.isBlank()) {
      sealing = Path.of(masterKey).toAbsolutePath();
      if (!Files.isReadable(sealing)) {
        throw new LocalStackException("COFFER_MASTER_KEY_FILE names no readable file: " + sealing);
      }
    } else if (text(sealing).isBlank()) {
      make(home, sealing, () -> Secrets.base64(32));
    }
    Path token = home.keys().resolve("internal.token");
    if (text(token).strip().length() < SHORTEST_TOKEN) {
      WholeFile.write(token, Secrets.lettersAndDigits(48) + "\n");
    }
    Path postgres = home.keys().resolve("postgres.password");
    if (text(postgres).isBlank()) {
      make(home, postgres, () -> Secrets.lettersAndDigits(32));
    }
    return new Keys(
        sealing, token, PasswordKeys.in(home.keys()), text(postgres).strip(), kafkaLogins(home));
  }

  /** Tells the secret of internal routes apart from an earlier one, without giving it away. */
  public String tokenFingerprint() {
    return Fingerprint.of(text(internalToken));
  }

  /** The same for the secrets that Kafka knows its clients by. */
  public String kafkaFingerprint() {
    return Fingerprint.of(kafkaLogins.toString());
  }

  /** What a principal shows to Kafka. */
  public KafkaLogin kafkaLogin(String principal) {
    return kafkaLogins.get(principal);
  }

  private static Map<String, KafkaLogin> kafkaLogins(Home home) {
    Map<String, KafkaLogin> all = new TreeMap<>();
    for (String principal : TopicAccess.principals()) {
      Path file = KafkaBroker.loginFile(home.kafkaSecrets(), principal);
      KafkaLogin login =
          KafkaLogin.read(file)
              .filter(known -> known.principal().equals(principal))
              .orElseGet(() -> new KafkaLogin(principal, Secrets.lettersAndDigits(40)));
      if (!KafkaLogin.read(file).equals(Optional.of(login))) {
        login.write(file);
      }
      all.put(principal, login);
    }
    return all;
  }

  private static void make(Home home, Path key, Supplier<String> secret) {
    if (home.holdsData()) {
      throw new LocalStackException(
          key
              + " is missing or empty. Bring it back from a copy: without it what is stored in "
              + home.path()
              + " does not open");
    }
    WholeFile.write(key, secret.get() + "\n");
  }

  /** Empty when there is no such file; any byte is a character. */
  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    } catch (IOException failed) {
      throw new LocalStackException(
          "Cannot read " + file + ": " + WholeFile.reason(failed), failed);
    }
  }
}
