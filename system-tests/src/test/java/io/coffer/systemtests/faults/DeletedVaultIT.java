package io.coffer.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Noise;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeStack.class)
class DeletedVaultIT {

  private static final int SLOW = 4;
  private static final int VOLUME = 12 << 20;

  private RunningStack stack;

  @BeforeEach
  void slowDown(RunningStack stack) {
    this.stack = stack;
    stack.workerAt(SLOW);
  }

  @AfterEach
  void speedUp() {
    stack.workerAt(0);
  }

  @Test
  void isRefusedWhileABackupRunsAndLeavesOnlyItsOperationLog() throws Exception {
    Project project = Project.of(stack, "region-1");
    Vaults vaults = new Vaults(project);
    LocalServer server =
        LocalServer.create(stack, project, "doomed", List.of(new Noise().bytes(VOLUME)));
    String vault = vaults.create("doomed", server.id());
    String checkpoint = vaults.backUp(vault);

    Reply tooEarly = project.delete("/vaults/" + vault);
    tooEarly.expect(400);
    assertThat(tooEarly.errorCode()).isEqualTo("BackupService.6111");
    String backup = vaults.tasksOf(checkpoint).get(0);
    vaults.succeeded(backup);
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
    assertThat(vaults.task(backup).path("status").asText()).isEqualTo("success");
  }
}
