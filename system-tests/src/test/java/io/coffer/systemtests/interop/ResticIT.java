package io.coffer.systemtests.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Restic;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(WholeStack.class)
class ResticIT {

  private final Noise noise = new Noise();

  @Test
  void checksAndRestoresWithTheStockTool(RunningStack stack, @TempDir Path target)
      throws Exception {
    Project project = Project.of(stack, "region-1");
    Vaults vaults = new Vaults(project);
    LocalServer server =
        LocalServer.create(
            stack,
            project,
            "foreign reader",
            List.of(noise.bytesWithHoles(7_654_321), new byte[0], new byte[3_000_000]));
    String vault = vaults.create("foreign reader", server.id());
    List<List<byte[]>> points = new ArrayList<>();
    for (int point = 0; point < 2; point++) {
      points.add(server.contents());
      vaults.backedUp(vault);
      noise.change(server.disks().get(0), 5, 50_000);
    }

    Restic restic = Restic.of(project, vault);
    restic.run("check", "--read-data").ok();
    JsonNode snapshots = restic.run("snapshots", "--json").ok().json();
    assertThat(snapshots).hasSize(2);
    for (int point = 0; point < 2; point++) {
      Path directory = target.resolve("point" + point);
      String id = snapshots.get(point).path("id").asText();
      restic.run("restore", id, "--target", directory.toString()).ok();
      assertThat(volumes(directory, server)).containsExactlyElementsOf(points.get(point));
    }
  }

  /** The restored volumes in the order of the server's disks, found by their file names. */
  private static List<byte[]> volumes(Path directory, LocalServer server) throws Exception {
    List<byte[]> contents = new ArrayList<>();
    for (Path disk : server.disks()) {
      Path restored = directory.resolve(server.id()).resolve(disk.getFileName());
      contents.add(Files.readAllBytes(restored));
    }
    return contents;
  }
}
