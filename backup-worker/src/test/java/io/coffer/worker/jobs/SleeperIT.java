package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.worker.testing.Breakpoint;
import io.coffer.worker.testing.Breakpoint.Door;
import io.coffer.worker.testing.WorkerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worker that falls asleep at the worst place, and wakes up when others have its task. */
class SleeperIT extends InOneProject {

  private static final String[] SHORT = {
    "COFFER_WORKER_LEASE", "3S", "COFFER_WORKER_HEARTBEAT", "1S"
  };

  /** Who takes over in one test falls asleep in the next. */
  private static Candidate candidate;

  private WorkerProcess sleeper;
  private Door door;

  /** A worker that is awake, and how to put it to sleep. */
  private record Candidate(WorkerProcess worker, Door door) {

    static Candidate start() throws Exception {
      Door door = Door.free();
      String[] more =
          Stream.of(SHORT, door.environment()).flatMap(Stream::of).toArray(String[]::new);
      return new Candidate(stack.worker("worker-" + door.port(), more).ready(), door);
    }
  }

  @BeforeEach
  void prepare() throws Exception {
    server.random(5 * MIB + 1, 1);
    candidate = candidate == null ? Candidate.start() : candidate;
    sleeper = candidate.worker();
    door = candidate.door();
    await().atMost(Duration.ofSeconds(60)).until(() -> sleeper.log().contains("warmed up"));
    tenant.success(tenant.order(server.backup(UUID.randomUUID(), null)));
    stack.awaitIdle();
  }

  @AfterEach
  void end() {
    sleeper.close();
    candidate = candidate.worker() == sleeper ? null : candidate;
  }

  /** Its packs are in no index yet, so a deletion meanwhile might take them away. */
  @Test
  void listsNoPacksThatADeletionTookAwayMeanwhile() throws Exception {
    StartBackup first = server.backup(vault, null);
    try (Breakpoint asleep = sleepAt("io.coffer.engine.store.UnlistedPacks", "list")) {
      tenant.order(first);
      asleep.await();
      succeed();
      TaskSucceeded stored = tenant.success(first.taskId());
      tenant.success(tenant.order(delete(first, stored.snapshotId())));
    }
    awaitAwake();
    StartBackup second = server.backup(vault, null);
    TaskSucceeded stored = tenant.success(tenant.order(second));
    assertRestores(second, stored);
  }

  /** It looked whether the task is its own, and is about to list the snapshots of others. */
  @Test
  void forgetsNoSnapshotOfItsSuccessor() throws Exception {
    StartBackup backup = server.backup(vault, null);
    TaskSucceeded stored;
    try (Breakpoint asleep = sleepAt("io.coffer.engine.store.Snapshots", "withTag")) {
      tenant.order(backup);
      asleep.await();
      succeed();
      stored = tenant.success(backup.taskId());
    }
    awaitAwake();
    assertThat(files("snapshots")).containsExactly(stored.snapshotId());
    assertRestores(backup, stored);
  }

  /** It is about to write a block that its successor writes too, and then the server anew. */
  @Test
  void writesNothingOverWhatTheServerWroteSince() throws Exception {
    StartBackup backup = server.backup(vault, null);
    TaskSucceeded stored = tenant.success(tenant.order(backup));
    server.damage(0, 0, 5 * MIB, 2);
    UUID restore;
    try (Breakpoint asleep = sleepAt("io.coffer.engine.restore.ChannelTarget", "write")) {
      UUID task = tenant.order(server.restore(backup, stored.snapshotId()));
      asleep.await();
      succeed();

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> stack.task(task, "note").contains("process " + sleeper.pid()));
      assertThat(tenant.events(task)).noneMatch(TaskSucceeded.class::isInstance);
      restore = task;
    }
    tenant.success(restore);
    server.damage(0, 0, 5 * MIB, 3);
    List<String> written = server.hashes();
    awaitAwake();
    assertThat(server.hashes()).isEqualTo(written);
  }

  /** The rows of its task and its project are locked, and all claims wait for them. */
  @Test
  void holdsNobodyUpWhenItSleepsInTheMiddleOfATransaction() throws Exception {
    StartBackup backup = server.backup(vault, null);
    TaskSucceeded stored;
    try (Breakpoint asleep = sleepAt("io.coffer.worker.task.EndTaskHandler", "decide")) {
      tenant.order(backup);
      asleep.await();
      succeed();
      stored = tenant.success(backup.taskId());
    }
    awaitAwake();
    assertRestores(backup, stored);
  }

  private void succeed() throws Exception {
    candidate = Candidate.start();
  }

  private Breakpoint sleepAt(String className, String method) throws Exception {
    return Breakpoint.set(door, className, method);
  }

  /** Until the sleeper has seen that its task is another's, and has ended what it did. */
  private void awaitAwake() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> sleeper.log().matches("(?s).*(LEASE_LOST|in a lease that is over).*"));
  }

  private void assertRestores(StartBackup backup, TaskSucceeded stored) throws Exception {
    List<String> before = server.hashes();
    server.damage(0, 0, 4 * MIB, 9);
    tenant.success(tenant.order(server.restore(backup, stored.snapshotId())));
    assertThat(server.hashes()).isEqualTo(before);
  }

  private static StartDelete delete(StartBackup backup, String snapshot) {
    return new StartDelete(UUID.randomUUID(), backup.vaultId(), backup.backupId(), snapshot);
  }

  private List<String> files(String folder) throws Exception {
    Path path = stack.repository(vault).resolve(folder);
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
