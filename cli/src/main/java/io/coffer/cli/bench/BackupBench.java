package io.coffer.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.checkpoint.Checkpoints;
import io.coffer.cli.cloud.LocalCloud;
import io.coffer.cli.cloud.Server;
import io.coffer.cli.output.TextTable;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ApiFailure;
import io.coffer.cli.stack.Stack;
import io.coffer.cli.task.TaskState;
import io.coffer.cli.vault.Vaults;
import io.coffer.engine.bench.BenchData;
import io.coffer.engine.bench.BenchDisk;
import io.coffer.engine.bench.SessionContender;
import io.coffer.local.LocalStackException;
import io.coffer.local.Patience;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a backup through the whole system takes, beside the engine alone: the same volume in turns,
 * each time into a new repository. The engine is one process that is told what to do, as a worker
 * has it.
 */
final class BackupBench {

  private static final Goal CLOSE_TO_ENGINE =
      new Goal("median of the whole system / median of the engine alone", 1.15, true);
  private static final Duration GONE_WITHIN = Duration.ofMinutes(2);

  /** Each look takes the worker's processor for some milliseconds; no client asks more often. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private static final String NAME = "bench";
  private static final int VAULT_GB = 10_000;

  private final Stack stack;
  private final Api api;
  private final PrintStream out;
  private final List<Double> alone = new ArrayList<>();
  private final List<Double> whole = new ArrayList<>();

  BackupBench(Stack stack, Api api, PrintStream out) {
    this.stack = stack;
    this.api = api;
    this.out = out;
  }

  /**
   * Needs three times the bytes of the volume on the disk of the home, and leaves nothing there.
   */
  void run(long volumeBytes, int turns) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(stack.home().path(), NAME + "-");
    LocalCloud cloud = new LocalCloud(stack.home(), api.project());
    try {
      out.println("Making a volume of " + (volumeBytes >> 20) + " MiB.");
      Path volume = folder.resolve("volume.raw");
      new BenchData(volume).write(volumeBytes);
      Server server = cloud.create(NAME, List.of(volume));
      Files.delete(volume);
      try {
        measure(server, folder, turns);
      } finally {
        cloud.delete(server);
      }
    } finally {
      BenchDisk.delete(folder);
    }
    print();
  }

  private void measure(Server server, Path folder, int turns)
      throws IOException, InterruptedException {
    Path password = Files.writeString(folder.resolve("password"), NAME);
    Path repository = folder.resolve("repository");
    String disk = server.volumes().get(0).path();
    List<String> command = List.of(stack.home().checkout().resolve("coffer").toString(), "engine");
    try (SessionContender engine = new SessionContender(command, password)) {
      for (int turn = 0; turn < turns; turn++) {
        out.println("Measuring, turn " + (turn + 1) + " of " + turns + ".");
        engine.init(repository);
        BenchDisk.settle();
        alone.add(engine.run("backup", disk));
        BenchDisk.delete(repository);
        whole.add(throughTheSystem(server.id()));
      }
    }
  }

  /** Seconds from the request to the end that the operation log tells. */
  private double throughTheSystem(String server) throws InterruptedException {
    String vault =
        new Vaults(api).create(NAME, "server", VAULT_GB, List.of(server)).path("id").asText();
    try {
      BenchDisk.settle();
      OffsetDateTime asked = OffsetDateTime.now();
      new Checkpoints(api).create(vault, null, false, List.of());
      OffsetDateTime ended = OffsetDateTime.parse(over(vault).log().path("ended_at").asText());
      return Duration.between(asked, ended).toNanos() / 1e9;
    } finally {
      api.delete("/vaults/" + vault);
      Patience.until(GONE_WITHIN, () -> isGone(vault));
    }
  }

  /** The task of the only backup of a vault, when it has succeeded. */
  private TaskState over(String vault) throws InterruptedException {
    while (true) {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
      for (JsonNode log :
          api.list("/operation-logs?operation_type=backup&vault_id=" + vault, "operation_logs")) {
        TaskState task = new TaskState(log);
        if (task.isSuccess()) {
          return task;
        }
        if (task.isOver()) {
          throw new LocalStackException(
              "The backup ended as " + task.status() + " " + task.error());
        }
      }
    }
  }

  private boolean isGone(String vault) {
    try {
      api.get("/vaults/" + vault);
      return false;
    } catch (ApiFailure failure) {
      return failure.isNotFound();
    }
  }

  private void print() {
    List<List<String>> rows = new ArrayList<>();
    for (int turn = 0; turn < whole.size(); turn++) {
      rows.add(
          row(
              turn == 0 ? "1 (does not count)" : "" + (turn + 1),
              alone.get(turn),
              whole.get(turn)));
    }
    rows.add(row("median", median(alone), median(whole)));
    out.println();
    new TextTable(List.of("turn", "engine alone s", "whole system s", "ratio"), rows).print(out);
    out.println();
    CLOSE_TO_ENGINE.print(median(whole) / median(alone), out);
  }

  private static List<String> row(String name, double alone, double whole) {
    return List.of(name, seconds(alone), seconds(whole), seconds(whole / alone));
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** Without the first, when both sides still learn. */
  private static double median(List<Double> turns) {
    List<Double> counted = turns.stream().skip(1).sorted().toList();
    return counted.get(counted.size() / 2);
  }
}
