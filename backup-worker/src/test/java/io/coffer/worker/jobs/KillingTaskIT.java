package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.worker.testing.Cloud;
import io.coffer.worker.testing.Tenant;
import io.coffer.worker.testing.WorkerProcess;
import io.coffer.worker.testing.WorkerStack;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task that takes its worker with it, whenever it runs. */
class KillingTaskIT {

  private static final int MIB = 1 << 20;

  private final UUID vault = UUID.randomUUID();
  private WorkerStack stack;
  private Tenant tenant;
  private Tenant neighbour;

  @BeforeEach
  void enter() throws Exception {
    stack = new WorkerStack();
    tenant = new Tenant(stack.bootstrap());
    neighbour = new Tenant(stack.bootstrap());
  }

  @AfterEach
  void leave() {
    tenant.close();
    neighbour.close();
    stack.close();
  }

  @Test
  void failsAfterThreeDeathsAndKeepsNobodyElseFromWorking() throws Exception {
    Cloud deadly = new Cloud(stack.home(), tenant.project()).random(16 * MIB, 1);
    StartBackup killer = deadly.backup(vault, null);
    UUID beside = null;
    for (int epoch = 1; epoch <= 3; epoch++) {
      WorkerProcess worker = stack.worker("backup-worker-1", "COFFER_WORKER_MB_PER_S", "1").ready();
      if (epoch == 1) {
        tenant.order(killer);
        Cloud harmless = new Cloud(stack.home(), neighbour.project()).random(MIB / 2, 2);
        beside = neighbour.order(harmless.backup(UUID.randomUUID(), null));
      }
      String running =
          "task=" + killer.taskId() + " kind=BACKUP vault=" + vault + " epoch=" + epoch;
      await().atMost(Duration.ofSeconds(60)).until(() -> worker.log().contains(running));
      worker.kill();
    }
    stack.worker("backup-worker-1").ready();
    TaskFailed failed = tenant.failure(killer.taskId());
    assertThat(failed.message()).contains("died 3 times");
    assertThat(failed.timedOut()).isFalse();
    neighbour.success(beside);
    Cloud another = new Cloud(stack.home(), tenant.project()).random(MIB, 3);
    tenant.success(tenant.order(another.backup(vault, null)));
  }

  @Test
  void isLookedAtForItsTimeBeforeItRunsAgain() throws Exception {
    Cloud server = new Cloud(stack.home(), tenant.project()).random(8 * MIB, 1);
    StartBackup backup = server.backup(vault, null);
    WorkerProcess first = stack.worker("backup-worker-1", "COFFER_WORKER_MB_PER_S", "1").ready();
    tenant.order(backup);
    tenant.awaitProgress(backup.taskId(), 5);
    first.kill();
    WorkerProcess second =
        stack.worker("backup-worker-1", "COFFER_WORKER_TASK_TIMEOUT", "1S").ready();
    assertThat(tenant.failure(backup.taskId()).timedOut()).isTrue();
    assertThat(second.log()).doesNotContain("reason=TIMED_OUT");
  }
}
