package io.coffer.engine;

import io.coffer.engine.command.EngineCommand;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The engine's commands on one repository, in this process or in one of their own. */
public final class EngineRun {
  private final RepositoryKeys keys = RepositoryKeys.generate(); // cost little to open
  private final Path repository;
  private final Path passwordFile;

  public EngineRun(Path folder) throws IOException {
    repository = folder.resolve("repo");
    passwordFile = Files.writeString(folder.resolve("password"), keys.password() + "\n");
  }

  /** Makes the repository. */
  public void init() {
    Repository.create(new LocalStore(repository), keys);
  }

  /** Opens the repository once more. */
  public Repository open() {
    return Repository.open(new LocalStore(repository), keys);
  }

  public String password() {
    return keys.password();
  }

  public Path repository() {
    return repository;
  }

  public Restic restic() {
    return new Restic(repository, password());
  }

  /** Exit code and output. */
  public record Result(int code, String output, String error) {}

  public Result run(String... words) {
    return run(InputStream.nullInputStream(), words);
  }

  public Result run(InputStream in, String... words) {
    return runAlone(in, arguments(words));
  }

  /** Runs a command line as it is, without the repository. */
  public static Result runAlone(InputStream in, List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        EngineCommand.run(
            words,
            in,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Starts a command in a process of its own. */
  public Process start(String... words) throws IOException {
    return start(List.of(), words);
  }

  /** Starts a command in a process of its own, on a Java with further options. */
  public Process start(List<String> options, String... words) throws IOException {
    return start(List.of(), options, words);
  }

  /**
   * Starts a command by way of another, which gets its words as its own last ones.
   *
   * @param before the other command
   */
  public Process start(List<String> before, List<String> options, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx168m",
            "-Xmn20m",
            "-Xss8m",
            "-XX:+UseSerialGC",
            "-Dcoffer.cache=" + repository.resolveSibling("cache")));
    command.addAll(options);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), EngineCommand.class.getName()));
    command.addAll(arguments(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output().toFile())
        .start();
  }

  /** What the process told that was started last. */
  public String told() throws IOException {
    return Files.readString(output());
  }

  private Path output() {
    return repository.resolveSibling("output");
  }

  private List<String> arguments(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(options());
    return arguments;
  }

  /** What says which repository. */
  public List<String> options() {
    return List.of("-r", repository.toString(), "--password-file", passwordFile.toString());
  }
}
