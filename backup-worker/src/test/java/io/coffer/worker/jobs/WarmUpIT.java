package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.worker.testing.Cloud;
import io.coffer.worker.testing.Tenant;
import io.coffer.worker.testing.WorkerProcess;
import io.coffer.worker.testing.WorkerStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a worker does before its first backup, so that this one is as fast as those after it. */
class WarmUpIT {

  private WorkerStack stack;
  private Path folder;

  @BeforeEach
  void enter() throws Exception {
    stack = new WorkerStack();
    folder = stack.home().resolve("warm-up");
  }

  @AfterEach
  void leave() {
    stack.close();
  }

  @Test
  void leavesNothingBehindNotEvenWhatALifeBeforeLeft() throws Exception {
    Path left = folder.resolve(UUID.nameUUIDFromBytes("backup-worker-1".getBytes()).toString());
    Files.createDirectories(left.resolve("data"));
    Files.writeString(left.resolve("config"), "half written");
    Files.writeString(left.resolve("data/pack"), "half written");

    WorkerProcess worker = stack.worker("backup-worker-1").ready();
    eventuallySays(worker, "] (warm-up) warmed up millis=");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void deletesNothingElseWhateverTheWorkerIsCalled() throws Exception {
    Files.createDirectories(folder);
    Path kept = Files.writeString(stack.home().resolve("worth-keeping"), "a backup");

    eventuallySays(stack.worker("..").ready(), "warmed up millis=");
    assertThat(kept).hasContent("a backup");
  }

  @Test
  void isDoneWithoutWhereThereIsNoRoomForIt() throws Exception {
    Files.writeString(folder, "a file where the folder should be");

    WorkerProcess worker = stack.worker("backup-worker-1").ready();
    eventuallySays(worker, "not warmed up, the first backup will be slower");
    try (Tenant tenant = new Tenant(stack.bootstrap())) {
      Cloud server = new Cloud(stack.home(), tenant.project()).random(600_001, 1);
      tenant.success(tenant.order(server.backup(UUID.randomUUID(), null)));
    }
  }

  private static void eventuallySays(WorkerProcess worker, String words) {
    await().atMost(Duration.ofSeconds(60)).until(() -> worker.log().contains(words));
  }
}
