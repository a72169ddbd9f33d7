package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.EngineException;
import io.coffer.engine.bench.Bench;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bench --peer restic}: measures the engine beside the stock tool and prints a table. */
final class BenchVerb implements Verb {
  private static final Option<String> PEER = Option.one("COMMAND", Values::text, "--peer");
  private static final Option<String> ENGINE = Option.one("COMMAND", Values::text, "--engine");
  private static final Option<Long> SIZE = Option.one("MIB", Values.number(1, 1 << 20), "--size");
  private static final Option<Long> RUNS = Option.one("N", Values.number(2, 100), "--runs");
  private static final Option<String> ONLY =
      Option.one("volume|tree", Values.oneOf("volume", "tree"), "--only");
  private static final Option<Path> WORK = Option.one("FOLDER", Values::path, "--work-dir");
  private static final Option<Path> REPORT = Option.one("FILE", Values::path, "--report");
  private static final Syntax SYNTAX =
      Syntax.noWords("bench", List.of(PEER, ENGINE, SIZE, RUNS, ONLY, WORK, REPORT));
  private static final long USUAL_RUNS = 4;
  private static final long USUAL_MIB = 2048;
  private static final Path TREE = Path.of("/usr/share");

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    Path folder =
        arguments
            .one(WORK)
            .orElseGet(() -> Path.of("coffer-bench-" + ProcessHandle.current().pid()))
            .toAbsolutePath();
    String only = arguments.one(ONLY).orElse("");
    Bench bench =
        new Bench(
            folder,
            arguments
                .one(ENGINE)
                .map(command -> List.of(command.split(" ")))
                .orElseGet(BenchVerb::thisEngine),
            arguments.one(PEER).orElse("restic"),
            arguments.one(SIZE).orElse(USUAL_MIB) << 20,
            arguments.one(RUNS).orElse(USUAL_RUNS).intValue(),
            output::line);
    try {
      List<String> table =
          bench.run(
              !only.equals("tree"), only.equals("volume") ? Optional.empty() : Optional.of(TREE));
      Optional<Path> report = arguments.one(REPORT);
      if (report.isPresent()) {
        Files.write(report.get(), report(arguments, table));
      }
      return 0;
    } catch (IOException e) {
      throw new EngineException("the measurement failed: " + e, e);
    }
  }

  /** The table with all that one must know to make it again. */
  private static List<String> report(Arguments arguments, List<String> table) throws IOException {
    String peer = arguments.one(PEER).orElse("restic");
    Process version = new ProcessBuilder(peer, "version").start();
    List<String> lines = new ArrayList<>();
    lines.add("# The engine beside " + peer);
    lines.add("");
    lines.add(
        "%s. Java %s, %s. %d processors, %d GB of memory, %s, one local disk. A volume of %d MiB from"
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version().feature(),
                new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .split("\n")[0].replaceAll(" compiled.*", ""),
                Runtime.getRuntime().availableProcessors(),
                memoryGigabytes(),
                System.getProperty("os.name"),
                arguments.one(SIZE).orElse(USUAL_MIB)));
    lines.add(
        "seed %d (15 %% holes, 15 %% zeros, 40 %% files of the system, 30 %% random), a copy of %s; %d runs,"
            .formatted(Bench.SEED, TREE, arguments.one(RUNS).orElse(USUAL_RUNS)));
    lines.add("the first dropped, the median of the others. Made by `./coffer engine bench --peer");
    lines.add(peer + "`; ratios with the goal in brackets.");
    lines.add("");
    lines.addAll(table);
    return lines;
  }

  private static long memoryGigabytes() throws IOException {
    String total = Files.readAllLines(Path.of("/proc/meminfo")).get(0);
    return Math.round(Long.parseLong(total.replaceAll("\\D", "")) / 1e6);
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
}
