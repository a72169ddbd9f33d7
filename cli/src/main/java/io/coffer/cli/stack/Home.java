package io.coffer.cli.stack;

import java.nio.file.Path;

/**
 * Where one stack keeps everything, and the clone it was built from.
 *
 * @param checkout the directory of the launcher
 * @param path {@code $COFFER_HOME}, absolute
 */
public record Home(Path checkout, Path path) {

  /** The home named by {@code COFFER_HOME}, else {@code .coffer} in the clone. */
  public static Home ofEnvironment() {
    Path checkout = Path.of(System.getProperty("coffer.root", "")).toAbsolutePath().normalize();
    String named = System.getenv("COFFER_HOME");
    Path home = named == null || named.isBlank() ? checkout.resolve(".coffer") : Path.of(named);
    return new Home(checkout, home.toAbsolutePath().normalize());
  }

  public Path credentials() {
    return path.resolve("credentials.json");
  }

  public Path keys() {
    return path.resolve("keys");
  }

  public Path cloud() {
    return path.resolve("cloud");
  }

  /** The file that takes what one process prints. */
  public Path log(String process) {
    return path.resolve("logs").resolve(process + ".log");
  }

  Path stackFile() {
    return path.resolve("stack.json");
  }

  Path portsFile() {
    return path.resolve("ports.json");
  }

  Path lockFile() {
    return path.resolve("stack.lock");
  }

  Path kafkaData() {
    return path.resolve("kafka").resolve("data");
  }

  Path postgresData() {
    return path.resolve("postgres").resolve("data");
  }

  Path postgresBinaries() {
    return path.resolve("postgres").resolve("dist");
  }

  Path builds() {
    return path.resolve("builds");
  }
}
