package io.coffer.engine.bench;

import io.coffer.engine.EngineException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One engine process that is given all commands, timed from outside. */
public final class SessionContender implements Contender {
  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;
  private final Path passwordFile;
  private Path repository;
  private String lastAnswer = "";

  /**
   * Starts the process.
   *
   * @param command that starts the engine, without the verb
   */
  public SessionContender(List<String> command, Path passwordFile) throws IOException {
    this.passwordFile = passwordFile;
    List<String> line = new ArrayList<>(command);
    line.add("session");
    process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    in = process.outputWriter();
    out = process.inputReader();
  }

  @Override
  public String name() {
    return "resident";
  }

  @Override
  public void init(Path folder) throws IOException {
    repository = folder;
    run("init");
  }

  @Override
  public double run(String... words) throws IOException {
    String line =
        Stream.of(words).map(word -> "'" + word + "'").collect(Collectors.joining(" "))
            + " -r '"
            + repository
            + "' --password-file '"
            + passwordFile
            + "'\n";
    long begin = System.nanoTime();
    in.write(line);
    in.flush();
    lastAnswer = String.valueOf(out.readLine());
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (!lastAnswer.startsWith("{\"ok\":true")) {
      throw new EngineException(line + lastAnswer);
    }
    return seconds;
  }

  /** The answer to the last command. */
  String lastAnswer() {
    return lastAnswer;
  }

  /** The most memory the process ever had, in megabytes. */
  long peakMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws IOException {
    in.close();
    process.destroy();
  }
}
