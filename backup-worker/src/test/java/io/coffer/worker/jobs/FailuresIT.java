package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.worker.testing.Cloud;
import io.coffer.worker.testing.LeasedFile;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FailuresIT extends InOneProject {

  @BeforeAll
  static void start() throws Exception {
    stack
        .worker(
            "backup-worker-1", "COFFER_WORKER_MB_PER_S", "4", "COFFER_WORKER_SOURCE_PATIENCE", "2S")
        .ready();
  }

  @Test
  void namesAVolumeThatVanished() throws Exception {
    StartBackup backup = server.random(1000, 1).backup(vault, null);
    Files.delete(server.file(0));
    assertFailed(tenant.failure(tenant.order(backup)), "BackupService.7000", server.volume(0));
  }

  @Test
  void namesAServerThatVanished() throws Exception {
    StartBackup backup = server.random(1000, 1).backup(vault, null);
    server.vanish();
    assertFailed(tenant.failure(tenant.order(backup)), "BackupService.7100", server.id());
  }

  @Test
  void namesAServerThatIsBroken() throws Exception {
    StartBackup backup = server.random(1000, 1).backup(vault, null);
    server.status("ERROR");
    assertFailed(tenant.failure(tenant.order(backup)), "BackupService.7101", server.id());
  }

  @Test
  void namesAVolumeThatShrankBeforeItsBackup() throws Exception {
    StartBackup backup = server.random(1000, 1).random(2000, 2).backup(vault, null);
    truncate(1, 1999);
    assertFailed(tenant.failure(tenant.order(backup)), "BackupService.7003", server.volume(1));
  }

  @Test
  void namesAVolumeThatShrinksWhileItIsRead() throws Exception {
    StartBackup backup = server.random(16 * MIB, 1).backup(vault, null);
    tenant.order(backup);
    tenant.awaitProgress(backup.taskId(), 5);
    truncate(0, 9 * MIB);
    assertFailed(tenant.failure(backup.taskId()), "BackupService.7003", server.volume(0));
    assertThat(snapshots()).isZero();
  }

  /** A writer that comes and goes: what is read of a pipe would end at once, without an error. */
  @Test
  void refusesWhatIsNoDiskAndGoesOnWithOthers() throws Exception {
    StartBackup pipe = server.random(3 * MIB, 1).backup(vault, null);
    replace("mkfifo", server.file(0));
    Process writer =
        new ProcessBuilder("sh", "-c", "for i in 1 2 3; do : > " + server.file(0) + "; done")
            .start();
    try {
      assertFailed(tenant.failure(tenant.order(pipe)), "BackupService.7003", server.volume(0));
      assertFailed(
          tenant.failure(tenant.order(server.backup(vault, null))),
          "BackupService.7003",
          server.volume(0));
    } finally {
      writer.destroyForcibly();
    }
    Cloud other = new Cloud(stack.home(), tenant.project());
    StartBackup folder = other.random(1000, 2).backup(vault, null);
    replace("mkdir", other.file(0));
    assertFailed(tenant.failure(tenant.order(folder)), "BackupService.7003", other.volume(0));
    Cloud sound = new Cloud(stack.home(), tenant.project()).random(1000, 3);
    tenant.success(tenant.order(sound.backup(vault, null)));
  }

  @Test
  void namesAVolumeThatIsShorterThanItWasMade() throws Exception {
    StartBackup backup = server.random(MIB, 1).backup(vault, null);
    truncate(0, 0);
    StartBackup ordered = server.orderedAs(backup, 0);
    assertFailed(tenant.failure(tenant.order(ordered)), "BackupService.7003", server.volume(0));
    assertThat(snapshots()).isZero();
  }

  /** Whoever opens a file that another has on lease waits until that one gives it back. */
  @Test
  void leavesAVolumeThatDoesNotAnswerToItsDisk() throws Exception {
    StartBackup backup = server.random(1000, 1).backup(vault, null);
    try (LeasedFile leased = LeasedFile.of(server.file(0))) {
      TaskFailed failed = tenant.failure(tenant.order(backup));
      assertFailed(failed, "BackupService.7003", server.volume(0));
      assertThat(failed.message()).contains("did not answer within 2 s");
      Cloud sound = new Cloud(stack.home(), tenant.project()).random(1000, 3);
      tenant.success(tenant.order(sound.backup(vault, null)));
    }
  }

  @Test
  void refusesATargetThatIsTooSmallBeforeItWritesAnything() throws Exception {
    StartBackup backup = server.random(3 * MIB, 1).random(2 * MIB, 2).backup(vault, null);
    TaskSucceeded stored = tenant.success(tenant.order(backup));
    Cloud other = new Cloud(stack.home(), tenant.project());
    other.random(3 * MIB, 3).random(2 * MIB - 1, 4);
    List<String> before = other.hashes();
    List<String> onto = List.of(other.volume(0), other.volume(1));
    TaskFailed failed =
        tenant.failure(tenant.order(other.restore(backup, stored.snapshotId(), onto)));
    assertFailed(failed, "BackupService.2001", other.volume(1));
    assertThat(other.hashes()).isEqualTo(before);
  }

  @Test
  void namesATargetThatIsGone() throws Exception {
    StartBackup backup = server.random(1000, 1).backup(vault, null);
    TaskSucceeded stored = tenant.success(tenant.order(backup));
    Files.delete(server.file(0));
    TaskFailed failed = tenant.failure(tenant.order(server.restore(backup, stored.snapshotId())));
    assertFailed(failed, "BackupService.7000", server.volume(0));
  }

  @Test
  void tellsOfDamageInsteadOfRestoringWrongBytes() throws Exception {
    StartBackup backup = server.random(2 * MIB, 1).backup(vault, null);
    TaskSucceeded stored = tenant.success(tenant.order(backup));
    damageAPack();
    server.damage(0, 0, 2 * MIB, 9);
    TaskFailed failed = tenant.failure(tenant.order(server.restore(backup, stored.snapshotId())));
    assertThat(failed.code()).isEqualTo("BackupService.7202");
    assertThat(failed.message()).contains(vault.toString());
  }

  @Test
  void readsNoFasterThanAllowed() throws Exception {
    StartBackup backup = server.random(12_000_000, 1).backup(vault, null);
    long begun = System.nanoTime();
    tenant.success(tenant.order(backup));
    assertThat((System.nanoTime() - begun) / 1e9).isGreaterThan(2.5);
    assertThat(tenant.progress(backup.taskId())).hasSizeGreaterThan(2);
  }

  private static void assertFailed(TaskFailed failed, String code, String named) {
    assertThat(failed.code()).isEqualTo(code);
    assertThat(failed.message()).contains(named);
    assertThat(failed.timedOut()).isFalse();
  }

  private static void replace(String command, java.nio.file.Path file) throws Exception {
    Files.delete(file);
    assertThat(new ProcessBuilder(command, file.toString()).start().waitFor()).isZero();
  }

  private void truncate(int number, long bytes) throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(server.file(number).toFile(), "rw")) {
      file.setLength(bytes);
    }
  }

  private long snapshots() throws Exception {
    java.nio.file.Path folder = stack.repository(vault).resolve("snapshots");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<java.nio.file.Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private void damageAPack() throws Exception {
    try (Stream<java.nio.file.Path> files = Files.walk(stack.repository(vault).resolve("data"))) {
      for (java.nio.file.Path pack : files.filter(Files::isRegularFile).toList()) {
        if (Files.size(pack) > MIB) {
          pack.toFile().setWritable(true);
          try (RandomAccessFile file = new RandomAccessFile(pack.toFile(), "rw")) {
            file.seek(MIB / 2);
            int old = file.read();
            file.seek(MIB / 2);
            file.write(old ^ 1);
          }
        }
      }
    }
  }
}
