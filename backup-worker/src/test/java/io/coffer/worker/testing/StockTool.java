package io.coffer.worker.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The stock tool, an independent judge of what workers leave; a test that asks it fails where it is
 * not installed.
 */
public final class StockTool {

  private StockTool() {}

  /** What it says of the repository of a vault after it read all of it; empty if it is clean. */
  public static String complaints(WorkerProcess worker, String project, UUID vault)
      throws Exception {
    return run(worker, project, vault, "check", "--read-data");
  }

  /** Restores a snapshot below a folder; fails if the tool does. */
  public static void restore(
      WorkerProcess worker, String project, UUID vault, String snapshot, Path target)
      throws Exception {
    String complaints =
        run(worker, project, vault, "restore", snapshot, "--target", target.toString());
    if (!complaints.isEmpty()) {
      throw new AssertionError(complaints);
    }
  }

  private static String run(WorkerProcess worker, String project, UUID vault, String... arguments)
      throws Exception {
    String path = "/projects/" + project + "/vaults/" + vault + "/recovery-kit";
    JsonNode kit = Json.MAPPER.readTree(worker.internal(path).body());
    List<String> command = new ArrayList<>(List.of("restic", "--no-cache", "-r"));
    command.add(kit.path("repository").asText());
    command.addAll(List.of(arguments));
    ProcessBuilder restic = new ProcessBuilder(command).redirectErrorStream(true);
    restic.environment().put("RESTIC_PASSWORD", kit.path("password").asText());
    Process process = start(restic);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : output;
  }

  private static Process start(ProcessBuilder command) {
    try {
      return command.start();
    } catch (IOException missing) {
      throw new AssertionError("restic is not on the PATH: apt-get install restic", missing);
    }
  }
}
