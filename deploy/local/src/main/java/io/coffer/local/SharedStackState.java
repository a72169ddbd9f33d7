package io.coffer.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What the file {@code ports.properties} of a shared stack says. */
record SharedStackState(
    LocalProcess host, LocalProcess postgres, int kafkaPort, int postgresPort, String password) {

  boolean isServing() {
    return host.isAlive()
        && postgres.isAlive()
        && Ports.isOpen(kafkaPort)
        && Ports.isOpen(postgresPort);
  }

  void write(Path file) throws IOException {
    Properties all = new Properties();
    all.setProperty("host", host.toString());
    all.setProperty("postgres", postgres.toString());
    all.setProperty("kafka.port", Integer.toString(kafkaPort));
    all.setProperty("postgres.port", Integer.toString(postgresPort));
    all.setProperty("postgres.password", password);
    StringWriter text = new StringWriter();
    all.store(text, null);
    WholeFile.write(file, text.toString());
  }

  static Optional<SharedStackState> read(Path file) {
    Properties all = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      all.load(reader);
      return Optional.of(
          new SharedStackState(
              LocalProcess.parse(all.getProperty("host", "")).orElseThrow(),
              LocalProcess.parse(all.getProperty("postgres", "")).orElseThrow(),
              Integer.parseInt(all.getProperty("kafka.port")),
              Integer.parseInt(all.getProperty("postgres.port")),
              all.getProperty("postgres.password")));
    } catch (IOException | RuntimeException missingOrDamaged) {
      return Optional.empty();
    }
  }
}
