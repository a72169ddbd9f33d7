package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.task.TaskEvent;
import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.task.TaskProgress;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.worker.testing.Cloud;
import io.coffer.worker.testing.Tenant;
import io.coffer.worker.testing.WorkerProcess;
import io.coffer.worker.testing.WorkerStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a backup whose worker dies, sleeps or goes. */
class TakeoverIT {

  private static final int MIB = 1 << 20;
  private static final String[] SLOW = {
    "COFFER_WORKER_MB_PER_S", "2", "COFFER_WORKER_LEASE", "4S", "COFFER_WORKER_HEARTBEAT", "1S"
  };

  private final UUID vault = UUID.randomUUID();
  private WorkerStack stack;
  private Tenant tenant;
  private Cloud server;

  @BeforeEach
  void enter() throws Exception {
    stack = new WorkerStack();
    tenant = new Tenant(stack.bootstrap());
    server = new Cloud(stack.home(), tenant.project()).random(12 * MIB + 1, 1);
  }

  @AfterEach
  void leave() {
    tenant.close();
    stack.close();
  }

  @Test
  void goesOnAfterAKillWithoutWaitingForTheLeaseOnceTheWorkerIsBack() throws Exception {
    WorkerProcess first =
        stack
            .worker("backup-worker-1", "COFFER_WORKER_MB_PER_S", "2", "COFFER_WORKER_LEASE", "1H")
            .ready();
    StartBackup backup = begin();
    first.kill();
    stack.worker("backup-worker-1").ready();
    TaskSucceeded stored = tenant.success(backup.taskId());
    assertWhole(backup, stored);
    assertThat(stored.storedBytes()).isEqualTo(repositoryBytes());
  }

  @Test
  void anotherWorkerTakesOverFromOneThatSleepsAndTheSleeperWritesNothingMore() throws Exception {
    WorkerProcess sleeper = stack.worker("backup-worker-1", SLOW).ready();
    StartBackup backup = begin();
    sleeper.signal("STOP");
    stack.worker("backup-worker-2").ready();
    TaskSucceeded stored = tenant.success(backup.taskId());
    sleeper.signal("CONT");
    await().atMost(Duration.ofSeconds(20)).until(() -> sleeper.log().contains("LEASE_LOST"));
    assertWhole(backup, stored);
  }

  @Test
  void aWorkerThatIsToldToEndGivesItsTasksBackAtOnce() throws Exception {
    WorkerProcess leaving = stack.worker("backup-worker-1", "COFFER_WORKER_MB_PER_S", "2").ready();
    WorkerProcess staying = stack.worker("backup-worker-2", "COFFER_WORKER_SLOTS", "0").ready();
    StartBackup backup = begin();
    assertThat(leaving.terminate(Duration.ofSeconds(15))).isTrue();
    assertThat(stack.task(backup.taskId(), "state")).isEqualTo("waiting");
    assertThat(locks()).isZero();
    staying.kill();
    stack.worker("backup-worker-2").ready();
    assertWhole(backup, tenant.success(backup.taskId()));
  }

  @Test
  void aTaskThatTakesTooLongEnds() throws Exception {
    stack
        .worker(
            "backup-worker-1",
            "COFFER_WORKER_MB_PER_S",
            "0.5",
            "COFFER_WORKER_TASK_TIMEOUT",
            "2S",
            "COFFER_WORKER_HEARTBEAT",
            "1S")
        .ready();
    StartBackup backup = server.backup(vault, null);
    TaskFailed failed = tenant.failure(tenant.order(backup));
    assertThat(failed.timedOut()).isTrue();
    assertThat(locks()).isZero();
  }

  private StartBackup begin() throws Exception {
    StartBackup backup = server.backup(vault, null);
    tenant.order(backup);
    tenant.awaitProgress(backup.taskId(), 20);
    return backup;
  }

  private void assertWhole(StartBackup backup, TaskSucceeded stored) throws Exception {
    assertThat(tenant.events(backup.taskId()))
        .hasExactlyElementsOfTypes(TaskEvent.TaskStarted.class, TaskSucceeded.class);
    List<TaskProgress> told = tenant.progress(backup.taskId());
    for (int i = 1; i < told.size(); i++) {
      assertThat(told.get(i).percent()).isGreaterThanOrEqualTo(told.get(i - 1).percent());
      assertThat(told.get(i).processedBytes())
          .isGreaterThanOrEqualTo(told.get(i - 1).processedBytes());
    }
    assertThat(files("snapshots")).containsExactly(stored.snapshotId());
    assertThat(locks()).isZero();
    List<String> before = server.hashes();
    server.damage(0, 3 * MIB, 5 * MIB, 7);
    tenant.success(tenant.order(server.restore(backup, stored.snapshotId())));
    assertThat(server.hashes()).isEqualTo(before);
  }

  private long locks() throws Exception {
    return files("locks").size();
  }

  private List<String> files(String folder) throws Exception {
    Path path = stack.repository(vault).resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private long repositoryBytes() throws Exception {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(stack.repository(vault))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().matches(".*/(data|index|snapshots)/([0-9a-f]{2}/)?[0-9a-f]{64}")) {
          bytes += Files.size(file);
        }
      }
    }
    return bytes;
  }
}
