package io.coffer.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The stock tool, where it is installed. */
public final class Restic {
  private final Path repository;
  private final String password;

  public Restic(Path repository, String password) {
    this.repository = repository;
    this.password = password;
  }

  /** Skips the test where the stock tool is not on the path. */
  public static void assumeInstalled() {
    Assumptions.assumeTrue(isInstalled(), "restic is not on the PATH");
  }

  public static boolean isInstalled() {
    return List.of(System.getenv("PATH").split(":")).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "restic")));
  }

  /** Name and version, or that it is not there. */
  public static String version() throws IOException {
    try {
      Process process = new ProcessBuilder("restic", "version").start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return output.strip().replaceAll(" compiled.*", "");
    } catch (IOException e) {
      return "no restic";
    }
  }

  /** Runs a command and gives its output; fails if the tool does. */
  public String run(String... arguments) {
    return runIn(repository.getParent(), arguments);
  }

  public String runIn(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("restic", "--no-cache", "-r"));
    command.add(repository.toString());
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.directory(folder.toFile());
      builder.environment().put("RESTIC_PASSWORD", password);
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + "\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The whole check, data read. */
  public void check() {
    String output = run("check", "--read-data");
    if (!output.contains("no errors were found")) {
      throw new AssertionError(output);
    }
  }
}
