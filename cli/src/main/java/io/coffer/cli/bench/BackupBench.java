package io.coffer.cli.bench;

import io.coffer.cli.checkpoint.Checkpoints;
import io.coffer.cli.cloud.CloudFolder;
import io.coffer.cli.cloud.Server;
import io.coffer.cli.cloud.Traces;
import io.coffer.cli.home.Home;
import io.coffer.cli.output.TextTable;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ApiFailure;
import io.coffer.cli.stack.Stack;
import io.coffer.cli.task.TaskState;
import io.coffer.cli.task.TaskWait;
import io.coffer.cli.vault.Vaults;
import io.coffer.engine.bench.BenchData;
import io.coffer.engine.bench.BenchDisk;
import io.coffer.engine.bench.Measurements;
import io.coffer.engine.bench.SessionContender;
import io.coffer.local.LocalStackException;
import io.coffer.local.Patience;
import java.io.Closeable;
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
 * each time into an empty repository, which the system makes in that time too. The engine is one
 * process that is told what to do, as a worker has it.
 */
final class BackupBench {

  private static final Goal CLOSE_TO_ENGINE =
      new Goal("median of the whole system / median of the engine alone", 1.15, true);
  private static final Duration GONE_WITHIN = Duration.ofMinutes(2);
  private static final String NAME = "bench";
  private static final int VAULT_GB = 10_000;

  private final Home home;
  private final Api api;
  private final PrintStream out;
  private final Path folder;
  private final Path traces;
  private final List<Double> alone = new ArrayList<>();
  private final List<Double> whole = new ArrayList<>();

  BackupBench(Stack stack, Api api, PrintStream out) {
    this.home = stack.home();
    this.api = api;
    this.out = out;
    this.folder = home.path().resolve(NAME);
    this.traces = home.path().resolve(NAME + ".json");
  }

  /**
   * Needs three times the bytes of the volume on the disk of the home. Leaves nothing there; when
   * it is killed, its next run removes what it left.
   */
  void run(long volumeBytes, int turns) throws IOException {
    clear();
    try (Closeable clearing = this::clear) {
      out.println("Making a volume of " + (volumeBytes >> 20) + " MiB.");
      Files.createDirectories(folder);
      Path volume = folder.resolve("volume.raw");
      new BenchData(volume).write(volumeBytes);
      Server server = new CloudFolder(home, api.project()).create(NAME, List.of(volume));
      new Traces(server.id(), null).write(traces);
      Files.delete(volume);
      measure(server, turns);
    }
    print();
  }

  private void measure(Server server, int turns) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), NAME);
    Path repository = folder.resolve("repository");
    String disk = server.volumes().get(0).path();
    List<String> command = List.of(home.checkout().resolve("coffer").toString(), "engine");
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
  private double throughTheSystem(String server) {
    String vault =
        new Vaults(api).create(NAME, "server", VAULT_GB, List.of(server)).path("id").asText();
    new Traces(server, vault).write(traces);
    BenchDisk.settle();
    OffsetDateTime asked = OffsetDateTime.now();
    String checkpoint =
        new Checkpoints(api).create(vault, null, false, List.of()).path("id").asText();
    TaskState task =
        TaskWait.seldom(api, out).forCheckpoint(vault, checkpoint).stream()
            .findFirst()
            .orElseThrow(() -> new LocalStackException("No task backs vault " + vault + " up"));
    if (!task.isSuccess()) {
      throw new LocalStackException("The backup ended as " + task.status() + " " + task.error());
    }
    OffsetDateTime ended = OffsetDateTime.parse(task.log().path("ended_at").asText());
    api.delete("/vaults/" + vault);
    if (!Patience.until(GONE_WITHIN, () -> isGone(vault))) {
      throw new LocalStackException("Vault " + vault + " is still being deleted");
    }
    return Duration.between(asked, ended).toNanos() / 1e9;
  }

  private boolean isGone(String vault) {
    try {
      api.get("/vaults/" + vault);
      return false;
    } catch (ApiFailure failure) {
      return failure.isNotFound();
    }
  }

  private void clear() throws IOException {
    Traces.remove(traces, home, api);
    BenchDisk.delete(folder);
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
    rows.add(row("median", Measurements.median(alone), Measurements.median(whole)));
    out.println();
    new TextTable(List.of("turn", "engine alone s", "whole system s", "ratio"), rows).print(out);
    out.println();
    CLOSE_TO_ENGINE.print(Measurements.median(whole) / Measurements.median(alone), out);
  }

  private static List<String> row(String name, double alone, double whole) {
    return List.of(name, decimals(alone), decimals(whole), decimals(whole / alone));
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
