package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.EngineException;
import io.coffer.engine.bench.Bench;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bench --peer restic}: measures the engine beside the stock tool and prints a table. */
final class BenchVerb implements Verb {
  private static final int USUAL_RUNS = 4;
  private static final long USUAL_MIB = 2048;
  private static final Path TREE = Path.of("/usr/share");

  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    Path folder =
        arguments
            .path("--work-dir")
            .orElseGet(() -> Path.of("coffer-bench-" + ProcessHandle.current().pid()))
            .toAbsolutePath();
    String only = arguments.one("--only").orElse("");
    Bench bench =
        new Bench(
            folder,
            arguments
                .one("--engine")
                .map(command -> List.of(command.split(" ")))
                .orElseGet(BenchVerb::thisEngine),
            arguments.one("--peer").orElse("restic"),
            number(arguments, "--size", USUAL_MIB) << 20,
            (int) number(arguments, "--runs", USUAL_RUNS),
            output::line);
    try {
      bench.run(only.equals("volume") ? Optional.empty() : Optional.of(TREE));
      return 0;
    } catch (IOException e) {
      throw new EngineException("the measurement failed: " + e, e);
    }
  }

  /** The command that started this process, as a user types it: launcher and all. */
  private static List<String> thisEngine() {
    String root = System.getProperty("coffer.root");
    if (root != null) {
      return List.of(Path.of(root, "coffer").toString(), "engine");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(EngineCommand.class.getName());
    return command;
  }

  private static long number(Arguments arguments, String name, long usual) {
    try {
      return arguments.one(name).map(Long::parseLong).orElse(usual);
    } catch (NumberFormatException e) {
      throw new UsageException("option " + name + " needs a number");
    }
  }
}
