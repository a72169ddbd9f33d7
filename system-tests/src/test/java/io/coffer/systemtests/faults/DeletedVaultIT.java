package io.coffer.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.SlowWorker;
import io.coffer.systemtests.stack.WholeStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@SlowWorker
@ExtendWith(WholeStack.class)
class DeletedVaultIT {

  private static final int VOLUME = 18 << 20;

  @Test
  void isRefusedWhileABackupRunsAndLeavesOnlyItsOperationLog(RunningStack stack) throws Exception {
    SlowBackup backup = SlowBackup.start(stack, "doomed", VOLUME);
    Project project = backup.project();
    String vault = backup.vault();
    Reply tooEarly = project.delete("/vaults/" + vault);
    tooEarly.expect(400);
    assertThat(tooEarly.errorCode()).isEqualTo("BackupService.6111");
    backup.vaults().succeeded(backup.task());
    assertThat(stack.home().resolve("repositories").resolve(vault)).exists();

    stack.signal("backup-worker", "STOP");
    try {
      project.delete("/vaults/" + vault).expect(204);
      assertThat(project.get("/vaults/" + vault).expect(200).at("/vault/billing/status").asText())
          .isEqualTo("deleting");
    } finally {
      stack.signal("backup-worker", "CONT");
    }
    await().atMost(Vaults.TASK_LIMIT).until(() -> project.get("/vaults/" + vault).status() == 404);
    assertThat(stack.home().resolve("repositories").resolve(vault)).doesNotExist();
    assertThat(backup.status()).isEqualTo("success");
  }
}
