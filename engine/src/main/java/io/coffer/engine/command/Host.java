package io.coffer.engine.command;

import io.coffer.engine.tree.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** This machine, as the stock tool would call it: so that each knows the other's dead locks. */
final class Host {
  private static final Path NAME = Path.of("/proc/sys/kernel/hostname");

  private Host() {}

  static String name() {
    try {
      return Files.readString(NAME).strip();
    } catch (IOException e) {
      return "localhost";
    }
  }

  /** The host that the environment names for all commands. */
  static Optional<String> ofEnvironment() {
    return Environment.value("RESTIC_HOST").map(Host::notBlank);
  }

  private static String notBlank(String raw) {
    if (raw.isBlank()) {
      throw new UsageException("RESTIC_HOST is blank: is a variable not set?");
    }
    return Values.text(raw);
  }
}
