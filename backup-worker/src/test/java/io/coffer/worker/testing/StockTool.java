package io.coffer.worker.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

/** The stock tool, an independent judge of what workers leave, where it is installed. */
public final class StockTool {

  private StockTool() {}

  public static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "restic")));
  }

  /** What it says of the repository of a vault after it read all of it; empty if it is clean. */
  public static String complaints(WorkerProcess worker, String project, UUID vault)
      throws Exception {
    String path = "/projects/" + project + "/vaults/" + vault + "/recovery-kit";
    JsonNode kit = Json.MAPPER.readTree(worker.internal(path).body());
    ProcessBuilder check =
        new ProcessBuilder(
                "restic",
                "--no-cache",
                "-r",
                kit.path("repository").asText(),
                "check",
                "--read-data")
            .redirectErrorStream(true);
    check.environment().put("RESTIC_PASSWORD", kit.path("password").asText());
    Process process = check.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : output;
  }
}
