package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.task.TaskEvent;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.contracts.work.WorkCommand.StartRestore;
import io.coffer.contracts.work.WorkCommand.StartVaultDelete;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.worker.testing.Tenant;
import io.coffer.worker.testing.WorkerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JobsIT extends InOneProject {

  private static WorkerProcess worker;

  @BeforeAll
  static void start() throws Exception {
    worker = stack.worker("backup-worker-1").ready();
  }

  @Test
  void restoresExactlyWhatWasBackedUp() throws Exception {
    server.random(6_000_001, 1).mixed(3_333_333, 2).add(new byte[0]).add(new byte[MIB + 1]);
    List<String> before = server.hashes();
    StartBackup backup = server.backup(vault, null);
    TaskSucceeded stored = tenant.success(tenant.order(backup));
    assertThat(stored.sizeBytes()).isEqualTo(6_000_001 + 3_333_333 + MIB + 1);
    server.damage(0, 5_999_000, 1_001, 3);
    server.damage(1, 1_000_000, 300_000, 4);
    server.damage(3, 0, MIB + 1, 5);
    assertThat(server.hashes()).isNotEqualTo(before);
    StartRestore restore = server.restore(backup, stored.snapshotId());
    TaskSucceeded restored = tenant.success(tenant.order(restore));
    assertThat(server.hashes()).isEqualTo(before);
    assertThat(restored.sizeBytes()).isEqualTo(stored.sizeBytes());
    assertThat(restored.snapshotId()).isNull();
  }

  @Test
  void tellsBeginningAndEndOnceInOrderAndForWhom() throws Exception {
    StartBackup backup = server.random(MIB, 1).backup(vault, null);
    tenant.success(tenant.order(backup));
    assertThat(tenant.events(backup.taskId()))
        .hasSize(2)
        .first()
        .isInstanceOf(TaskEvent.TaskStarted.class);
    assertThat(tenant.envelopes()).extracting(Envelope::seq).containsExactly(1L, 2L);
    assertThat(tenant.envelopes()).extracting(Envelope::requestId).containsOnly("req-1");
    assertThat(tenant.progress(backup.taskId())).isNotEmpty();
    assertThat(tenant.progress(backup.taskId())).allMatch(told -> told.percent() < 100);
  }

  @Test
  void reportsInSumWhatTheRepositoryCosts() throws Exception {
    server.random(5 * MIB + 7, 1);
    StartBackup first = server.backup(vault, null);
    TaskSucceeded one = tenant.success(tenant.order(first));
    assertThat(one.storedBytes()).isEqualTo(repositoryBytes());
    server.damage(0, MIB, MIB, 2);
    StartBackup second = server.backup(vault, one.snapshotId());
    TaskSucceeded two = tenant.success(tenant.order(second));
    assertThat(two.storedBytes()).isBetween((long) MIB, 2L * MIB);
    TaskSucceeded gone = tenant.success(tenant.order(delete(first, one.snapshotId())));
    TaskSucceeded last = tenant.success(tenant.order(delete(second, two.snapshotId())));
    long reported =
        LongStream.of(one.storedBytes(), two.storedBytes(), -gone.freedBytes(), -last.freedBytes())
            .sum();
    assertThat(reported).isEqualTo(repositoryBytes()).isLessThan(MIB);
  }

  @Test
  void deletesOnlyTheBackupThatWasNamed() throws Exception {
    server.random(2 * MIB, 1);
    List<String> before = server.hashes();
    StartBackup kept = server.backup(vault, null);
    String keptSnapshot = tenant.success(tenant.order(kept)).snapshotId();
    server.damage(0, 0, MIB, 2);
    StartBackup dropped = server.backup(vault, keptSnapshot);
    String droppedSnapshot = tenant.success(tenant.order(dropped)).snapshotId();
    TaskSucceeded deleted = tenant.success(tenant.order(delete(dropped, droppedSnapshot)));
    assertThat(deleted.freedBytes()).isPositive();
    tenant.success(tenant.order(server.restore(kept, keptSnapshot)));
    assertThat(server.hashes()).isEqualTo(before);
    assertThat(tenant.failure(tenant.order(server.restore(dropped, droppedSnapshot))).code())
        .isEqualTo("BackupService.6200");
  }

  @Test
  void deletesAVaultWithItsKeysAlsoWhenItNeverHadARepository() throws Exception {
    tenant.success(tenant.order(new StartVaultDelete(UUID.randomUUID(), vault)));
    TaskSucceeded backup = tenant.success(tenant.order(server.random(MIB, 1).backup(vault, null)));
    Path sealed = stack.repository(vault).resolveSibling(vault + ".sealed");
    assertThat(stack.repository(vault)).isDirectory();
    assertThat(sealed).isRegularFile();
    TaskSucceeded deleted =
        tenant.success(tenant.order(new StartVaultDelete(UUID.randomUUID(), vault)));
    assertThat(stack.repository(vault)).doesNotExist();
    assertThat(sealed).doesNotExist();
    assertThat(deleted.freedBytes()).isEqualTo(backup.storedBytes());
  }

  @Test
  void deletesABackupOfAVaultThatNeverHadARepository() throws Exception {
    UUID task = UUID.randomUUID();
    tenant.success(tenant.order(new StartDelete(task, vault, UUID.randomUUID(), null)));
  }

  @Test
  void doesOnceWhatIsOrderedTwice() throws Exception {
    StartBackup backup = server.random(MIB, 1).backup(vault, null);
    tenant.order(backup);
    tenant.order(backup);
    tenant.send(UUID.randomUUID(), backup);
    tenant.success(backup.taskId());
    StartBackup later = server.backup(vault, null);
    tenant.success(tenant.order(later));
    assertThat(tenant.events(backup.taskId())).hasSize(2);
  }

  @Test
  void failsAnOrderThatItCannotKeep() throws Exception {
    StartDelete broken = new StartDelete(UUID.randomUUID(), null, UUID.randomUUID(), null);
    assertThat(tenant.failure(tenant.order(broken)).code()).isEqualTo("BackupService.9910");
  }

  @Test
  void backsUpAVolumeByItself() throws Exception {
    server.random(777_777, 1).random(888_888, 2);
    StartBackup all = server.backup(vault, null);
    StartBackup disk =
        new StartBackup(
            UUID.randomUUID(),
            vault,
            UUID.randomUUID(),
            server.volume(1),
            "OS::Cinder::Volume",
            "disk",
            all.volumes().subList(1, 2),
            null,
            false,
            Tenant.TIME);
    assertThat(tenant.success(tenant.order(disk)).sizeBytes()).isEqualTo(888_888);
  }

  private long repositoryBytes() throws IOException {
    try (Stream<Path> files = Files.walk(stack.repository(vault))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*/(data|index|snapshots)/.*"))
          .mapToLong(JobsIT::size)
          .sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StartDelete delete(StartBackup backup, String snapshot) {
    return new StartDelete(UUID.randomUUID(), backup.vaultId(), backup.backupId(), snapshot);
  }
}
