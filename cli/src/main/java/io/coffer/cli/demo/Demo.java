package io.coffer.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.backup.Backups;
import io.coffer.cli.checkpoint.Checkpoints;
import io.coffer.cli.cloud.CloudFolder;
import io.coffer.cli.cloud.Server;
import io.coffer.cli.cloud.Traces;
import io.coffer.cli.home.Home;
import io.coffer.cli.output.Bytes;
import io.coffer.cli.output.TextTable;
import io.coffer.cli.rest.Api;
import io.coffer.cli.task.TaskState;
import io.coffer.cli.task.TaskWait;
import io.coffer.cli.vault.Vaults;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The story of the demo: back up a server, change it, back it up again, damage it, get it back. */
final class Demo {

  private static final double CHANGED_PART = 0.01;
  private static final double DAMAGED_PART = 0.05;
  private static final int CHANGED_PIECE = 64 << 10;
  private static final int DAMAGED_PIECE = 300_001; // fits no block, so both edges are torn

  private final Home home;
  private final Api api;
  private final PrintStream out;
  private final Random random = new Random();
  private final List<Step> steps = new ArrayList<>();

  Demo(Home home, Api api, PrintStream out) {
    this.home = home;
    this.api = api;
    this.out = out;
  }

  /** The file that tells what the last demo left in a home. */
  static Path traces(Home home) {
    return home.path().resolve("demo.json");
  }

  /** Tells whether the restored bytes are the ones that were backed up. */
  boolean run() throws IOException {
    Traces.remove(traces(home), home, api);
    Server server = server();
    List<LiveDisk> disks =
        server.volumes().stream().map(v -> new LiveDisk(Path.of(v.path()))).toList();
    new Traces(server.id(), null).write(traces(home));

    long total = 0;
    for (LiveDisk disk : disks) {
      total += disk.bytes();
    }
    out.printf("%nServer %s has %d disks, %s.%n", server.name(), disks.size(), Bytes.text(total));
    Vaults vaults = new Vaults(api);
    JsonNode vault = vaults.create("demo", "server", 100, List.of());
    String vaultId = vault.path("id").asText();
    new Traces(server.id(), vaultId).write(traces(home));
    vaults.add(vault, List.of(server.id()));
    out.println("Vault " + vaultId + " protects it now.");

    backUp("first backup", vaultId, server);
    out.printf("%nOne percent of the server changes.%n");
    for (LiveDisk disk : disks) {
      disk.scribble(random, CHANGED_PART, CHANGED_PIECE);
    }
    String second = backUp("incremental backup", vaultId, server);
    Map<LiveDisk, String> good = checksums(disks);

    out.printf("%nThe server breaks: rubbish in random places of its disks.%n");
    for (LiveDisk disk : disks) {
      disk.scribble(random, DAMAGED_PART, DAMAGED_PIECE);
    }
    boolean broken = !checksums(disks).equals(good);
    restore(second, server);
    Map<LiveDisk, String> restored = checksums(disks);
    report(good, restored);
    return broken && restored.equals(good);
  }

  private Server server() throws IOException {
    Path images = home.path().resolve("demo-images");
    Files.createDirectories(images);
    Path files = images.resolve("files.raw");
    Path mixture = images.resolve("mixture.raw");
    try {
      Files.deleteIfExists(files);
      Files.deleteIfExists(mixture);
      out.println("Making the disks of a server: real files, random bytes, zeros and holes.");
      DemoImages.tar(
          files,
          DemoImages.MOST_TAR_BYTES,
          Path.of(System.getProperty("java.home")),
          Path.of("/usr/share"));
      DemoImages.mixture(mixture, random.nextLong());
      return new CloudFolder(home, api.project()).create("demo", List.of(files, mixture));
    } finally {
      Files.deleteIfExists(files);
      Files.deleteIfExists(mixture);
      Files.deleteIfExists(images);
    }
  }

  /** Returns the id of the server's backup. */
  private String backUp(String name, String vault, Server server) {
    out.println();
    out.println("Taking a restore point: " + name + ".");
    long start = System.nanoTime();
    String checkpoint =
        new Checkpoints(api).create(vault, null, true, List.of()).path("id").asText();
    List<TaskState> tasks = new TaskWait(api, out, state -> {}).forCheckpoint(vault, checkpoint);
    succeeded(name, tasks);
    steps.add(Step.of(name, tasks, (System.nanoTime() - start) / 1e9));
    return new Backups(api).list(vault, server.id(), checkpoint).get(0).path("id").asText();
  }

  private void restore(String backup, Server server) {
    out.println();
    out.println("Restoring the server from its newest backup.");
    long start = System.nanoTime();
    String task = new Backups(api).restore(backup, server.id(), Map.of());
    TaskState state = new TaskWait(api, out, any -> {}).forTask(task);
    succeeded("restore", List.of(state));
    // A restore may end before its first report; what it wrote is as long as the disks.
    long written = server.volumes().stream().mapToLong(Server.Volume::sizeBytes).sum();
    steps.add(new Step("restore", written, 0, (System.nanoTime() - start) / 1e9));
  }

  private static void succeeded(String what, List<TaskState> tasks) {
    if (tasks.isEmpty()) {
      throw new IllegalStateException("No task appeared for the " + what);
    }
    for (TaskState task : tasks) {
      if (!task.isSuccess()) {
        throw new IllegalStateException(
            "The " + what + " ended as " + task.status() + ": " + task.error());
      }
    }
  }

  private static Map<LiveDisk, String> checksums(List<LiveDisk> disks) throws IOException {
    Map<LiveDisk, String> all = new LinkedHashMap<>();
    for (LiveDisk disk : disks) {
      all.put(disk, disk.sha256());
    }
    return all;
  }

  private void report(Map<LiveDisk, String> good, Map<LiveDisk, String> restored) {
    out.println();
    new TextTable(Step.TITLES, steps.stream().map(Step::row).toList()).print(out);
    out.println();
    good.forEach(
        (disk, sum) ->
            out.printf(
                "%s  backed up %s  restored %s  %s%n",
                disk.path().getFileName(),
                sum.substring(0, 16),
                restored.get(disk).substring(0, 16),
                sum.equals(restored.get(disk)) ? "equal" : "DIFFERENT"));
  }
}
