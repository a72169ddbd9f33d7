package io.coffer.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.api.Restic;
import io.coffer.systemtests.faults.invariant.TaskWatch;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.SlowWorker;
import io.coffer.systemtests.stack.WholeStack;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@SlowWorker
@ExtendWith(WholeStack.class)
class FrozenWorkerIT {

  private static final String FIRST = "backup-worker";
  private static final String SECOND = "backup-worker-2";
  private static final int VOLUME = 32 << 20;

  @Test
  void writesNothingMoreOnceAnotherHasItsTask(RunningStack stack) throws Exception {
    SlowBackup backup = SlowBackup.start(stack, "frozen", VOLUME);
    try {
      try (TaskWatch watch = TaskWatch.of(backup.project(), backup.vault())) {
        await().atMost(Duration.ofSeconds(60)).until(() -> watch.progress() >= 20);
      }
      stack.signal(FIRST, "STOP");
      try {
        stack.workers(2);
        stack.up(SECOND);
        backup.vaults().succeeded(backup.task());
      } finally {
        stack.signal(FIRST, "CONT");
      }
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> stack.log(FIRST).contains("task=" + backup.task() + " reason=LEASE_LOST"));

      Restic restic = Restic.of(backup.project(), backup.vault());
      JsonNode snapshots = restic.run("snapshots", "--json").ok().json();
      assertThat(snapshots).hasSize(1);
      restic.run("check", "--read-data").ok();
      backup.vaults().backedUp(backup.vault());
    } finally {
      stack.workers(1);
      stack.up();
    }
  }
}
