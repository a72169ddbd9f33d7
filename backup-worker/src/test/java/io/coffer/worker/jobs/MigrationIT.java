package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.coffer.contracts.task.TaskEvent;
import io.coffer.contracts.task.TaskEvent.BackupCopy;
import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.work.WorkCommand;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.contracts.work.WorkCommand.StartMigration;
import io.coffer.contracts.work.WorkCommand.StartRestore;
import io.coffer.contracts.work.WorkCommand.StoredBackup;
import io.coffer.worker.testing.Breakpoint;
import io.coffer.worker.testing.Breakpoint.Door;
import io.coffer.worker.testing.Cloud;
import io.coffer.worker.testing.StockTool;
import io.coffer.worker.testing.WorkerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backups that move from the repository of one vault to that of another. */
class MigrationIT extends InOneProject {

  private static final String NAME = "backup-worker-1";

  private final UUID source = UUID.randomUUID();
  private final UUID destination = UUID.randomUUID();
  private final List<StartBackup> backups = new ArrayList<>();
  private final List<TaskSucceeded> stored = new ArrayList<>();
  private final List<List<String>> states = new ArrayList<>();
  private static WorkerProcess worker;
  private static Door door;

  private Cloud neighbour;
  private StartBackup neighbours;
  private TaskSucceeded neighbourStored;

  @BeforeAll
  static void start() throws Exception {
    startAnew();
    worker.ready();
  }

  private static void startAnew() throws Exception {
    door = Door.free();
    worker = stack.worker(NAME, door.environment());
  }

  @BeforeEach
  void backUpAServerTwiceBesideANeighbour() throws Exception {
    server.random(5 * MIB + 7, 1).mixed(MIB, 2);
    neighbour = new Cloud(stack.home(), tenant.project()).random(2 * MIB, 3);
    neighbours = neighbour.backup(source, null);
    neighbourStored = tenant.success(tenant.order(neighbours));
    backUp(null);
    server.damage(0, MIB, MIB, 4);
    backUp(stored.get(0).snapshotId());
  }

  @Test
  void movesBackupsWithTheirBytes() throws Exception {
    StartMigration move = migration();
    TaskSucceeded moved = tenant.success(tenant.order(move));
    assertThat(moved.storedBytes()).isEqualTo(bytes(destination));
    assertThat(tenant.progress(move.taskId())).isNotEmpty();
    TaskSucceeded cleared = tenant.success(tenant.order(clearing(source)));
    assertThat(reported() - cleared.freedBytes()).isEqualTo(bytes(source));
    assertThat(bytes(source)).isLessThan(3 * MIB);
    assertMoved(moved);

    server.damage(0, 2 * MIB, MIB / 2, 5);
    List<String> before = server.hashes();
    StartBackup next = server.backup(destination, copies(moved).get(backups.get(1).backupId()));
    TaskSucceeded incremental = tenant.success(tenant.order(next));
    assertThat(incremental.storedBytes()).isLessThan(MIB);
    server.damage(0, 0, 5 * MIB, 6);
    tenant.success(tenant.order(server.restore(next, incremental.snapshotId())));
    assertThat(server.hashes()).isEqualTo(before);
  }

  /** In the copy, when all is written and nobody was told, and in the deletion afterwards. */
  @Test
  void endsThoughWorkersDieWithIt() throws Exception {
    StartMigration move = migration();
    dieAt("io.coffer.engine.copy.SnapshotCopy", "copyTree", move);
    dieAt("io.coffer.worker.migration.MigrationJob", "confirm", null);
    TaskSucceeded moved = tenant.success(move.taskId());
    assertThat(tenant.events(move.taskId()))
        .hasExactlyElementsOfTypes(TaskEvent.TaskStarted.class, TaskSucceeded.class);
    assertThat(moved.storedBytes()).isEqualTo(bytes(destination));
    StartDelete clearing = clearing(source);
    dieAt("io.coffer.engine.prune.PackRemoval", "run", clearing);
    worker.ready();
    TaskSucceeded cleared = tenant.success(clearing.taskId());
    assertThat(reported() - cleared.freedBytes()).isEqualTo(bytes(source));
    assertMoved(moved);
  }

  @Test
  void leavesEverythingWhereItIsWhenSomethingIsMissingOrDamaged() throws Exception {
    StartMigration move = migration(UUID.randomUUID(), "ab".repeat(32));
    TaskFailed missing = tenant.failure(tenant.order(move));
    assertThat(missing.code()).isEqualTo("BackupService.6200");
    assertThat(missing.message()).contains(source.toString());
    long spoiled = damageLargestPack();
    TaskFailed damaged = tenant.failure(tenant.order(migration()));
    assertThat(damaged.code()).isEqualTo("BackupService.7202");
    assertThat(damaged.message()).contains(source.toString());
    assertThat(spoiled).isPositive();
    TaskSucceeded cleared = tenant.success(tenant.order(clearing(destination)));
    assertThat(missing.storedBytes() + damaged.storedBytes() - cleared.freedBytes())
        .isEqualTo(bytes(destination));
    assertThat(files(destination, "snapshots")).isEmpty();
    assertThat(files(destination, "data")).isEmpty();
    assertThat(files(source, "snapshots")).hasSize(3);
    assertThat(files(source, "locks")).isEmpty();
    assertRestores(neighbour, neighbours, source, neighbourStored.snapshotId());
  }

  private void backUp(String parent) throws Exception {
    StartBackup backup = server.backup(source, parent);
    backups.add(backup);
    stored.add(tenant.success(tenant.order(backup)));
    states.add(server.hashes());
  }

  private long reported() {
    return neighbourStored.storedBytes()
        + stored.stream().mapToLong(TaskSucceeded::storedBytes).sum();
  }

  private StartMigration migration() {
    List<StoredBackup> all = new ArrayList<>();
    for (int i = 0; i < backups.size(); i++) {
      all.add(new StoredBackup(backups.get(i).backupId(), stored.get(i).snapshotId(), true));
    }
    return new StartMigration(UUID.randomUUID(), destination, source, server.id(), all);
  }

  private StartMigration migration(UUID backup, String snapshot) {
    return new StartMigration(
        UUID.randomUUID(),
        destination,
        source,
        server.id(),
        List.of(new StoredBackup(backup, snapshot, true)));
  }

  private StartDelete clearing(UUID vault) {
    return new StartDelete(
        UUID.randomUUID(),
        vault,
        backups.get(0).backupId(),
        null,
        List.of(backups.get(1).backupId()));
  }

  /** The worker dies when it comes there with what it was given by now, and another one follows. */
  private void dieAt(String className, String method, WorkCommand given) throws Exception {
    try (Breakpoint place = soon(className, method)) {
      if (given != null) {
        tenant.order(given);
      }
      place.await();
      worker.kill();
    }
    startAnew();
  }

  /** Before the worker has come so far that it may work. */
  private static Breakpoint soon(String className, String method) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> Breakpoint.set(door, className, method), Objects::nonNull);
  }

  private void assertMoved(TaskSucceeded moved) throws Exception {
    Map<UUID, String> copies = copies(moved);
    assertThat(files(destination, "snapshots"))
        .containsExactlyInAnyOrderElementsOf(copies.values());
    assertThat(files(source, "snapshots")).containsExactly(neighbourStored.snapshotId());
    assertThat(files(destination, "locks")).isEmpty();
    assertThat(files(source, "locks")).isEmpty();
    for (int i = 0; i < backups.size(); i++) {
      StartBackup backup = backups.get(i);
      server.damage(0, 0, 5 * MIB, 7 + i);
      tenant.success(
          tenant.order(restore(server, backup, destination, copies.get(backup.backupId()))));
      assertThat(server.hashes()).isEqualTo(states.get(i));
    }
    assertRestores(neighbour, neighbours, source, neighbourStored.snapshotId());
    assertThat(StockTool.complaints(worker, tenant.project(), source)).isEmpty();
    assertThat(StockTool.complaints(worker, tenant.project(), destination)).isEmpty();
  }

  private void assertRestores(Cloud cloud, StartBackup backup, UUID vault, String snapshot)
      throws Exception {
    List<String> before = cloud.hashes();
    cloud.damage(0, 0, MIB, 99);
    tenant.success(tenant.order(restore(cloud, backup, vault, snapshot)));
    assertThat(cloud.hashes()).isEqualTo(before);
  }

  private static StartRestore restore(
      Cloud cloud, StartBackup backup, UUID vault, String snapshot) {
    StartRestore order = cloud.restore(backup, snapshot);
    return new StartRestore(
        order.taskId(),
        vault,
        order.backupId(),
        snapshot,
        order.sourceResourceId(),
        order.targetResourceId(),
        order.targetResourceType(),
        order.volumes());
  }

  private static Map<UUID, String> copies(TaskSucceeded moved) {
    return moved.copies().stream()
        .collect(Collectors.toMap(BackupCopy::backupId, BackupCopy::snapshotId));
  }

  /** The answer is its size. */
  private long damageLargestPack() throws IOException {
    List<Path> packs = paths(source, "data");
    Path largest = packs.get(0);
    for (Path pack : packs) {
      if (Files.size(pack) > Files.size(largest)) {
        largest = pack;
      }
    }
    byte[] bytes = Files.readAllBytes(largest);
    for (int at = 0; at < bytes.length; at += 4096) {
      bytes[at]++;
    }
    Files.delete(largest);
    Files.write(largest, bytes);
    return bytes.length;
  }

  private List<String> files(UUID vault, String folder) throws IOException {
    return paths(vault, folder).stream().map(path -> path.getFileName().toString()).toList();
  }

  private List<Path> paths(UUID vault, String folder) throws IOException {
    Path path = stack.repository(vault).resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private long bytes(UUID vault) throws IOException {
    long bytes = 0;
    for (String folder : List.of("data", "index", "snapshots")) {
      for (Path file : paths(vault, folder)) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
