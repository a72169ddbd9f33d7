package io.coffer.engine.bench;

import io.coffer.engine.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that is started for every command. */
final class CommandContender implements Contender {
  private final String name;
  private final List<String> command;
  private final Path passwordFile;
  private final Path cache;
  private Path repository;

  CommandContender(String name, List<String> command, Path passwordFile, Path cache) {
    this.name = name;
    this.command = command;
    this.passwordFile = passwordFile;
    this.cache = cache;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(Path folder) throws IOException {
    open(folder);
    run("init");
  }

  /** Goes on with a repository that is there. */
  void open(Path folder) {
    repository = folder;
  }

  @Override
  public double run(String... words) throws IOException {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of(words));
    line.addAll(List.of("-r", repository.toString()));
    line.addAll(List.of("--password-file", passwordFile.toString()));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("RESTIC_CACHE_DIR", cache.toString());
    long begin = System.nanoTime();
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new EngineException(String.join(" ", line) + "\n" + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted", e);
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
