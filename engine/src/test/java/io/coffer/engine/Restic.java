package io.coffer.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The stock tool, an independent judge; a test that asks it fails where it is not installed. */
public final class Restic {
  private final Path repository;
  private final String password;

  public Restic(Path repository, String password) {
    this.repository = repository;
    this.password = password;
  }

  /** Name and version. */
  public static String version() throws IOException {
    Process process = start(new ProcessBuilder("restic", "version"));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return output.strip().replaceAll(" compiled.*", "");
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
      Process process = start(builder);
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

  private static Process start(ProcessBuilder command) {
    try {
      return command.start();
    } catch (IOException missing) {
      throw new AssertionError("restic is not on the PATH: apt-get install restic", missing);
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
