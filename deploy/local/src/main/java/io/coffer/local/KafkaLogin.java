package io.coffer.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a client of the broker is, and the secret that proves it. As a file it is what every Kafka
 * tool takes as its configuration.
 *
 * @param secret of letters and digits
 */
public record KafkaLogin(String principal, String secret) {

  private static final String MODULE =
      "org.apache.kafka.common.security.plain.PlainLoginModule required";
  private static final String JAAS = "sasl.jaas.config";
  private static final Pattern NAMES =
      Pattern.compile("(?s).* username=\"([a-z-]+)\" password=\"([A-Za-z0-9]{32,})\";");

  /** The settings that a client of this principal adds to its own. */
  public Map<String, String> settings() {
    return new TreeMap<>(
        Map.of(
            "security.protocol",
            "SASL_PLAINTEXT",
            "sasl.mechanism",
            "PLAIN",
            JAAS,
            MODULE + " username=\"" + principal + "\" password=\"" + secret + "\";"));
  }

  /** What the broker knows itself and those by who may come. */
  String accepting(Iterable<KafkaLogin> all) {
    StringBuilder config = new StringBuilder(settings().get(JAAS));
    config.setLength(config.length() - 1);
    all.forEach(
        login ->
            config
                .append(" user_")
                .append(login.principal)
                .append("=\"")
                .append(login.secret)
                .append('"'));
    return config.append(';').toString();
  }

  /** Keeps it for this user alone. */
  public void write(Path file) {
    StringBuilder text = new StringBuilder();
    settings().forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    WholeFile.write(file, text.toString());
  }

  /** What a file says; empty when there is no whole one. */
  public static Optional<KafkaLogin> read(Path file) {
    Properties found = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      found.load(reader);
    } catch (IOException | IllegalArgumentException missingOrGarbage) {
      return Optional.empty();
    }
    Matcher jaas = NAMES.matcher(found.getProperty(JAAS, ""));
    return jaas.matches()
        ? Optional.of(new KafkaLogin(jaas.group(1), jaas.group(2)))
            .filter(login -> login.settings().equals(found))
        : Optional.empty();
  }
}
