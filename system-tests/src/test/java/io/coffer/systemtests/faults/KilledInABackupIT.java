package io.coffer.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.faults.invariant.TaskWatch;
import io.coffer.systemtests.faults.invariant.TaskWatch.Sight;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.SlowWorker;
import io.coffer.systemtests.stack.WholeStack;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SlowWorker
@ExtendWith(WholeStack.class)
class KilledInABackupIT {

  private static final int VOLUME = 32 << 20;

  private final Noise noise = new Noise();

  @ParameterizedTest
  @ValueSource(strings = {"backup-worker", "vault-service", "kafka", "postgres", "api-gateway"})
  void finishesTheBackupAndGoesOn(String process, RunningStack stack) throws Exception {
    Project project = Project.of(stack, "region-1");
    Vaults vaults = new Vaults(project);
    String name = "without " + process;
    LocalServer server = LocalServer.create(stack, project, name, List.of(noise.bytes(VOLUME)));
    List<byte[]> before = server.contents();
    String vault = vaults.create(name, server.id());
    String checkpoint = vaults.backUp(vault);
    String task = vaults.tasksOf(checkpoint).get(0);

    try (TaskWatch watch = TaskWatch.of(project, vault)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> watch.progress() >= 20 && watch.progress() < 90);
      stack.kill(process);
      stack.up();
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> project.post("/vaults", Vaults.request("next")).status() == 200);
      vaults.succeeded(task);
      assertThat(watch.seen().get(task).stream().map(Sight::progress)).isSorted();
    }

    noise.change(server.disks().get(0), 30, 10_000);
    vaults.succeeded(vaults.restore(vaults.backup(checkpoint, server.id()), server.id()));
    assertThat(server.contents().get(0)).isEqualTo(before.get(0));
  }
}
