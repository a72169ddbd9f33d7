package io.coffer.worker.testing;

import io.coffer.local.BrokerSettings;
import io.coffer.local.KafkaBroker;
import io.coffer.local.Ports;
import io.coffer.local.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A broker of these tests alone: on a shared one the workers under test would also take the orders
 * of other modules' tests, and answer them.
 */
final class TestBroker {

  /** Held, because a logger that nobody holds forgets its level. */
  private static final List<Logger> CHATTERING =
      List.of(
          Logger.getLogger("org.apache.kafka"),
          Logger.getLogger("kafka"),
          Logger.getLogger("state"));

  private static String bootstrap;

  private TestBroker() {}

  /** Starts it at the first call; it ends with the JVM. */
  static synchronized String bootstrap() {
    if (bootstrap == null) {
      CHATTERING.forEach(logger -> logger.setLevel(Level.WARNING));
      List<Integer> ports = Ports.free(2);
      BrokerSettings settings = new BrokerSettings(directory(), ports.get(0), ports.get(1));
      KafkaBroker.start(settings);
      Topics.create(settings.bootstrapServers(), "");
      bootstrap = settings.bootstrapServers();
    }
    return bootstrap;
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target/kafka")), "broker");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
