package io.coffer.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeStack.class)
class KilledWorkerIT {

  private static final int SLOW = 4;
  private static final int VOLUME = 48 << 20;

  private final Noise noise = new Noise();
  private RunningStack stack;
  private Project project;
  private Vaults vaults;

  @BeforeEach
  void slowDown(RunningStack stack) {
    this.stack = stack;
    stack.workerAt(SLOW);
    project = Project.of(stack, "region-1");
    vaults = new Vaults(project);
  }

  @AfterEach
  void speedUp() {
    stack.kill("backup-worker");
    stack.up(Map.of());
  }

  @Test
  void finishesABackupWhoseWorkerWasKilled() throws Exception {
    LocalServer server =
        LocalServer.create(stack, project, "unlucky", List.of(noise.bytes(VOLUME)));
    List<byte[]> before = server.contents();
    String vault = vaults.create("unlucky", server.id());
    String checkpoint = vaults.backUp(vault);
    String task = vaults.tasksOf(checkpoint).get(0);

    try (ProgressWatch watch = ProgressWatch.of(() -> vaults.task(task))) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> watch.newest() >= 20 && watch.newest() < 90);
      stack.kill("backup-worker");
      stack.up(Map.of("COFFER_WORKER_MB_PER_S", Integer.toString(4 * SLOW)));
      JsonNode log = vaults.succeeded(task);
      assertThat(log.at("/extra_info/common/progress").asInt()).isEqualTo(100);
      assertThat(watch.seen()).isSorted();
    }

    noise.change(server.disks().get(0), 30, 10_000);
    vaults.succeeded(vaults.restore(vaults.backup(checkpoint, server.id()), server.id()));
    assertThat(server.contents()).containsExactlyElementsOf(before);
  }
}
