package io.coffer.engine.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Commands in processes of their own, with words of any bytes, in any locale. */
final class EngineProcess {
  private static final String QUIETLY_NATIVE =
      "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow";

  private final Path folder;
  private final Map<String, String> environment;
  private final String workingFolder;

  /**
   * @param folder where it works, and has its output
   * @param environment values of one char per byte
   */
  EngineProcess(Path folder, Map<String, String> environment) {
    this(folder, environment, "");
  }

  private EngineProcess(Path folder, Map<String, String> environment, String workingFolder) {
    this.folder = folder;
    this.environment = environment;
    this.workingFolder = workingFolder;
  }

  /** The same, working in another raw folder. */
  EngineProcess in(String raw) {
    return new EngineProcess(folder, environment, "cd " + quoted(raw) + " && export PWD; ");
  }

  /** The same, with a variable that says of the folder where it works what need not be so. */
  EngineProcess with(String variable, String raw) {
    String export = "export " + variable + "=" + quoted(raw) + "; ";
    return new EngineProcess(folder, environment, workingFolder + export);
  }

  record Result(int code, String output, String error) {}

  /** Runs a command to its end; what it tells is read as UTF-8. */
  Result run(List<String> raw) throws IOException {
    Process process = start(raw);
    int code = process.onExit().join().exitValue();
    return new Result(code, told("out"), told("err"));
  }

  /** Starts a command; the process is the command itself. */
  Process start(List<String> raw) throws IOException {
    return start("exec " + command(raw));
  }

  /**
   * The same with signals as they are for a command of a terminal: whoever runs tests in the
   * background may have them ignored, and so would Java then.
   */
  Process startInTheForeground(List<String> raw) throws IOException {
    return start("exec " + String.join(" ", Signals.FOREGROUND) + " " + command(raw));
  }

  String told(String stream) throws IOException {
    return Files.readString(folder.resolve(stream), StandardCharsets.UTF_8);
  }

  private Process start(String script) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", variables() + workingFolder + script);
    builder.environment().keySet().removeIf(name -> name.startsWith("RESTIC_"));
    builder.directory(folder.toFile());
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    return builder.start();
  }

  private static String command(List<String> raw) {
    return raw.stream()
        .map(EngineProcess::quoted)
        .collect(
            Collectors.joining(
                " ",
                "'%s' %s -Xmx168m -Xss8m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' %s "
                    .formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        Runtime.version().feature() < 22 ? "" : QUIETLY_NATIVE,
                        System.getProperty("java.class.path"),
                        EngineCommand.class.getName()),
                ""));
  }

  private String variables() {
    return environment.entrySet().stream()
        .map(variable -> variable.getKey() + "=" + quoted(variable.getValue()) + " ")
        .map(assignment -> "export " + assignment + "; ")
        .collect(Collectors.joining());
  }

  /** For a shell, in ASCII: this Java may be in any locale itself. */
  private static String quoted(String raw) {
    String octal = raw.chars().mapToObj(c -> "\\%03o".formatted(c)).collect(Collectors.joining());
    return "\"$(printf '" + octal + "')\"";
  }
}
