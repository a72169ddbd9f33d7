package io.coffer.systemtests.conformance.client;

import io.coffer.systemtests.stack.Launched;
import io.coffer.systemtests.stack.Launcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A Python with the clients under test, kept in the cache of this user for the next run. */
record PythonEnvironment(Path python) {

  private static final Path SCRIPTS = Path.of("src/test/clients/python").toAbsolutePath();

  /**
   * The environment that the requirements ask for, made where it is missing; fails the test where
   * there is no Python, or nothing to install from.
   */
  static PythonEnvironment ready() throws IOException {
    Path requirements = SCRIPTS.resolve("requirements.txt");
    Path directory = cache().resolve("python-" + fingerprint(requirements));
    Path python = directory.resolve("bin/python");
    Path complete = directory.resolve("complete");
    Files.createDirectories(directory.getParent());
    try (FileChannel turn =
            FileChannel.open(
                directory.resolveSibling("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock turns = turn.lock()) { // another run may make it right now
      if (turns.isValid() && !Files.exists(complete)) {
        make(directory, python, requirements);
        Files.createFile(complete);
      }
      return new PythonEnvironment(python);
    }
  }

  private static void make(Path directory, Path python, Path requirements) {
    demand("python3", "-m", "venv", "--clear", directory.toString());
    demand(
        python.toString(),
        "-m",
        "pip",
        "--timeout=20",
        "--retries=1", // where there is no registry, that is told soon
        "install",
        "-q",
        "-r",
        requirements.toString());
  }

  private static Path cache() {
    String chosen = System.getenv("XDG_CACHE_HOME");
    Path caches =
        chosen == null || chosen.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(chosen);
    return caches.resolve("coffer/clients").toAbsolutePath();
  }

  /** Runs one of the scripts with these variables. */
  Launched run(String script, Map<String, String> variables) {
    return Launcher.run(
        variables,
        List.of(
            python.toString(),
            "-B", // leaves nothing beside the scripts
            "-W",
            "ignore", // what the clients' libraries say about each other
            "-m",
            "unittest",
            "discover",
            "-v",
            "-s",
            SCRIPTS.toString(),
            "-p",
            script));
  }

  private static void demand(String... command) {
    Launched launched;
    try {
      launched = Launcher.run(Map.of(), List.of(command));
    } catch (UncheckedIOException missing) {
      throw new AssertionError(
          command[0] + " is not on the PATH: apt-get install python3-venv", missing);
    }
    if (launched.exit() != 0) {
      throw new AssertionError(
          launched.command()
              + " failed; it needs python3-venv and a registry (PIP_INDEX_URL): "
              + launched.err());
    }
  }

  private static String fingerprint(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
