package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.work.WorkCommand;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.worker.testing.Cloud;
import io.coffer.worker.testing.FrozenReport;
import io.coffer.worker.testing.StockTool;
import io.coffer.worker.testing.Tenant;
import io.coffer.worker.testing.WorkerProcess;
import io.coffer.worker.testing.WorkerStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Of two workers, the one at work is stopped at seeded instants, for longer than its lease, and
 * wakes up when the other has gone on. Whatever it was at: each backup that is told to be there
 * restores equal, and the stock tool finds the repository clean.
 */
class FrozenWorkerIT {

  private static final int ROUNDS = Integer.getInteger("coffer.frozen.rounds", 1);
  private static final long SEED = Long.getLong("coffer.seed", 1);
  private static final int MIB = 1 << 20;
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final String[] SHORT = {
    "COFFER_WORKER_LEASE", "3S", "COFFER_WORKER_HEARTBEAT", "1S", "COFFER_WORKER_MB_PER_S", "24"
  };

  /** What the worker is at. */
  enum Work {
    BACKUP(1_500),
    RESTORE(500),
    DELETE(80),
    /** The deletion of a backup that leaves packs which are used in part. */
    PRUNE(800);

    private final int millis;

    /**
     * @param millis within which the worker is stopped after it took the task up
     */
    Work(int millis) {
      this.millis = millis;
    }
  }

  private record Kept(String snapshot, List<String> hashes) {}

  private static WorkerStack stack;
  private static Map<String, WorkerProcess> workers;

  private final Map<StartBackup, Kept> available = new LinkedHashMap<>();
  private UUID vault;
  private Tenant tenant;
  private Cloud server;

  @BeforeAll
  static void start() throws Exception {
    stack = new WorkerStack();
    workers = new LinkedHashMap<>();
    for (String name : List.of("one", "two")) {
      workers.put(name, stack.worker(name, SHORT).ready());
    }
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @BeforeEach
  void enter() {
    tenant = new Tenant(stack.bootstrap());
  }

  @AfterEach
  void leave() {
    tenant.close();
  }

  @ParameterizedTest
  @EnumSource(Work.class)
  void whatIsAvailableRestoresEqualWheneverAWorkerFallsAsleep(Work work) throws Exception {
    int slept = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long seed = SEED * 1_000 + round;
      try {
        slept += play(work, new Random(seed)) ? 1 : 0;
      } catch (Exception | AssertionError e) {
        throw new AssertionError("%s with seed %d: %s".formatted(work, seed, e.getMessage()), e);
      }
    }
    assertThat(slept > 0 || ROUNDS < 10).as("somebody slept in the middle").isTrue();
    FrozenReport.note(work.name(), ROUNDS, slept, SEED);
  }

  /** Whether the worker slept in the middle of its task, and not after its end. */
  private boolean play(Work work, Random random) throws Exception {
    available.clear();
    vault = UUID.randomUUID();
    server = new Cloud(stack.home(), tenant.project()).random(20 * MIB + 1, random.nextLong());
    StartBackup first = backUp();
    WorkCommand order = prepare(work, first, random);
    tenant.order(order);
    WorkerProcess sleeper = holder(order.taskId());
    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(work.millis)).toNanos());
    sleeper.signal("STOP");
    boolean slept = !state(order.taskId()).equals("done");
    try {
      await().atMost(LONG).until(() -> goesOnWithout(sleeper, order.taskId()));
      if (order instanceof StartBackup backup) {
        tenant.success(tenant.order(delete(backup, tenant.success(backup.taskId()))));
      }
    } finally {
      sleeper.signal("CONT");
    }
    tenant.success(order.taskId());
    await().atMost(LONG).until(() -> !holdsLocks(sleeper));
    server.damage(0, 5 * MIB, MIB, random.nextLong());
    backUp();
    assertAllRestore();
    return slept;
  }

  private WorkCommand prepare(Work work, StartBackup first, Random random) throws Exception {
    switch (work) {
      case BACKUP -> server.damage(0, MIB, 18 * MIB, random.nextLong());
      case RESTORE -> server.damage(0, 0, 20 * MIB, random.nextLong());
      case DELETE -> server.damage(0, 0, 20 * MIB, random.nextLong());
      case PRUNE -> {
        for (int at = 0; at < 20; at += 2) {
          server.damage(0, (long) at * MIB, MIB, random.nextLong());
        }
      }
    }
    if (work == Work.BACKUP) {
      return server.backup(vault, available.get(first).snapshot());
    }
    if (work == Work.RESTORE) {
      return server.restore(first, available.get(first).snapshot());
    }
    backUp();
    return delete(first, available.remove(first).snapshot());
  }

  private StartBackup backUp() throws Exception {
    List<String> hashes = server.hashes();
    StartBackup backup = server.backup(vault, null);
    String snapshot = tenant.success(tenant.order(backup)).snapshotId();
    available.put(backup, new Kept(snapshot, hashes));
    return backup;
  }

  private void assertAllRestore() throws Exception {
    for (Map.Entry<StartBackup, Kept> kept : available.entrySet()) {
      server.damage(0, 0, 20 * MIB, 4);
      tenant.success(tenant.order(server.restore(kept.getKey(), kept.getValue().snapshot())));
      assertThat(server.hashes()).isEqualTo(kept.getValue().hashes());
    }
    WorkerProcess worker = workers.values().iterator().next();
    assertThat(StockTool.complaints(worker, tenant.project(), vault)).isEmpty();
  }

  /** Waits until somebody has the task. */
  private WorkerProcess holder(UUID task) {
    await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(() -> !owner(task).isEmpty());
    return workers.get(owner(task));
  }

  /** The task has ended, or another works on it or waits for what the sleeper keeps. */
  private boolean goesOnWithout(WorkerProcess sleeper, UUID task) {
    String owner = owner(task);
    return state(task).equals("done") || !owner.isEmpty() && workers.get(owner) != sleeper;
  }

  private static boolean holdsLocks(WorkerProcess worker) throws Exception {
    return Files.readAllLines(Path.of("/proc/locks")).stream()
        .anyMatch(line -> line.matches(".* POSIX .* " + worker.pid() + " .*"));
  }

  private static StartDelete delete(StartBackup backup, TaskSucceeded stored) {
    return delete(backup, stored.snapshotId());
  }

  private static StartDelete delete(StartBackup backup, String snapshot) {
    return new StartDelete(UUID.randomUUID(), backup.vaultId(), backup.backupId(), snapshot);
  }

  private String owner(UUID task) {
    return stack.task(task, "lease_owner");
  }

  private String state(UUID task) {
    return stack.task(task, "state");
  }
}
