package io.coffer.cli.home;

import io.coffer.local.LocalStackException;
import io.coffer.local.Trees;
import io.coffer.local.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one stack keeps everything, and the clone it was built from.
 *
 * @param checkout the directory of the launcher
 * @param path {@code $COFFER_HOME}, absolute
 */
public record Home(Path checkout, Path path) {

  private static final char UNREADABLE = '\uFFFD';

  /** The home named by {@code COFFER_HOME}, else {@code .coffer} in the clone. */
  public static Home ofEnvironment() {
    Path checkout = Path.of(System.getProperty("coffer.root", "")).toAbsolutePath().normalize();
    String named = System.getenv("COFFER_HOME");
    Path home = named == null || named.isBlank() ? checkout.resolve(".coffer") : Path.of(named);
    if (home.toString().indexOf(UNREADABLE) >= 0) {
      throw new LocalStackException("COFFER_HOME is not written in UTF-8: " + home);
    }
    Path whole = home.toAbsolutePath().normalize();
    if (whole.toString().indexOf('+') >= 0) {
      throw new LocalStackException(
          "The services do not start in a folder with a + in its path, such as "
              + whole
              + "; name another with COFFER_HOME");
    }
    return new Home(checkout, whole);
  }

  public Path credentials() {
    return path.resolve("credentials.json");
  }

  /** The copy that is left when {@link #credentials()} is not. */
  public Path credentialsCopy() {
    return keys().resolve("credentials.json");
  }

  public Path keys() {
    return path.resolve("keys");
  }

  public Path kafkaSecrets() {
    return keys().resolve("kafka");
  }

  public Path cloud() {
    return path.resolve("cloud");
  }

  /** The file that takes what one process prints. */
  public Path log(String process) {
    return path.resolve("logs").resolve(process + ".log");
  }

  /** Whether something is stored here, which the secrets of this home open and no others. */
  public boolean holdsData() {
    return Files.exists(postgresData().resolve("PG_VERSION"));
  }

  public Path stackFile() {
    return path.resolve("stack.json");
  }

  public Path portsFile() {
    return path.resolve("ports.json");
  }

  public Path restartsFile() {
    return path.resolve("restarts.json");
  }

  public Path lockFile() {
    return path.resolve("stack.lock");
  }

  public Path kafkaData() {
    return path.resolve("kafka").resolve("data");
  }

  public Path postgresData() {
    return path.resolve("postgres").resolve("data");
  }

  public Path postgresBinaries() {
    return path.resolve("postgres").resolve("dist");
  }

  /** Where one process leaves what nobody needs after it. */
  public Path temporary(String process) {
    return path.resolve("tmp").resolve(process);
  }

  /** Makes that place, without what an earlier process of the name left there. */
  public void emptyTemporary(String process) {
    try {
      Trees.delete(temporary(process));
      WholeFile.createPrivateDirectory(temporary(process));
    } catch (IOException failed) {
      throw new LocalStackException(
          "Cannot use " + temporary(process) + ": " + WholeFile.reason(failed), failed);
    }
  }

  /**
   * The path of a file of this home for a process that works in it: free of the characters that the
   * home's own path may have.
   */
  public String fromWithin(Path file) {
    return "/proc/self/cwd/" + path.relativize(file);
  }

  public Path builds() {
    return path.resolve("builds");
  }
}
