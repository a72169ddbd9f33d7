package io.coffer.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Restic;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.faults.invariant.TaskWatch;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeStack.class)
class FrozenWorkerIT {

  private static final String FIRST = "backup-worker";
  private static final String SECOND = "backup-worker-2";
  private static final int SLOW = 6;
  private static final int VOLUME = 32 << 20;

  private RunningStack stack;

  @BeforeEach
  void slowDown(RunningStack stack) {
    this.stack = stack;
    stack.workerAt(SLOW);
  }

  @AfterEach
  void speedUp() {
    stack.workers(1);
    stack.workerAt(0);
  }

  @Test
  void writesNothingMoreOnceAnotherHasItsTask() throws Exception {
    Restic.needed();
    Project project = Project.of(stack, "region-1");
    Vaults vaults = new Vaults(project);
    LocalServer server =
        LocalServer.create(stack, project, "frozen", List.of(new Noise().bytes(VOLUME)));
    String vault = vaults.create("frozen", server.id());
    String task = vaults.tasksOf(vaults.backUp(vault)).get(0);
    try (TaskWatch watch = TaskWatch.of(project, vault)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> watch.progress() >= 20);
    }
    stack.signal(FIRST, "STOP");
    try {
      stack.workers(2);
      stack.up(SECOND);
      vaults.succeeded(task);
    } finally {
      stack.signal(FIRST, "CONT");
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> stack.log(FIRST).contains("task " + task + " is stopped: LEASE_LOST"));

    Restic restic = Restic.of(project, vault);
    JsonNode snapshots = restic.run("snapshots", "--json").ok().json();
    assertThat(snapshots).hasSize(1);
    restic.run("check", "--read-data").ok();
    vaults.backedUp(vault);
  }
}
