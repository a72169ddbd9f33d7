package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.worker.testing.ManyFiles;
import io.coffer.worker.testing.StockTool;
import io.coffer.worker.testing.Turbo;
import io.coffer.worker.testing.WorkerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSystemIT extends InOneProject {

  private static final int MANY = Integer.getInteger("coffer.turbo.entries", 1_000);
  private static final String REPORT = System.getProperty("coffer.turbo.report", "");

  private static WorkerProcess worker;

  private Turbo turbo;

  @BeforeAll
  static void start() throws Exception {
    worker = stack.worker("backup-worker-1").ready();
  }

  @BeforeEach
  void prepare() throws Exception {
    turbo = new Turbo(stack.home(), tenant.project());
  }

  @Test
  void comesBackEqualInPlaceElsewhereAndByTheStockTool(@TempDir Path target) throws Exception {
    ManyFiles.fill(turbo.files(), MANY, 1);
    Map<String, String> before = ManyFiles.describe(turbo.files());
    StartBackup first = turbo.backup(vault, null);
    Instant began = Instant.now();
    TaskSucceeded stored = tenant.success(tenant.order(first));
    Duration backup = Duration.between(began, Instant.now());

    Files.writeString(turbo.files().resolve("added"), "later");
    Files.delete(turbo.files().resolve("odd/pipe"));
    Files.writeString(turbo.files().resolve("f0/g0/e0"), "damaged");
    StartBackup second = turbo.backup(vault, stored.snapshotId());
    TaskSucceeded next = tenant.success(tenant.order(second));
    assertThat(next.storedBytes()).isLessThan(stored.storedBytes() / 4);
    Map<String, String> later = ManyFiles.describe(turbo.files());

    began = Instant.now();
    tenant.success(tenant.order(turbo.restore(first, stored.snapshotId())));
    Duration restore = Duration.between(began, Instant.now());
    assertThat(ManyFiles.describe(turbo.files())).isEqualTo(before);
    Turbo other = new Turbo(stack.home(), tenant.project());
    Files.writeString(other.files().resolve("in the way"), "goes");
    tenant.success(tenant.order(other.restore(second, next.snapshotId())));
    assertThat(ManyFiles.describe(other.files())).isEqualTo(later);

    assertThat(StockTool.complaints(worker, tenant.project(), vault)).isEmpty();
    StockTool.restore(worker, tenant.project(), vault, stored.snapshotId(), target);
    assertThat(ManyFiles.describe(target.resolve(turbo.id()).resolve("files"))).isEqualTo(before);
    report(before.size(), backup, restore);
  }

  /** Keeps what the last long run showed, where a report is asked for. */
  private static void report(int entries, Duration backup, Duration restore) throws IOException {
    if (!REPORT.isEmpty()) {
      Files.createDirectories(Path.of(REPORT).getParent());
      Files.writeString(
          Path.of(REPORT),
          """
          # A file system of many entries of every kind

          Made by `./mvnw verify -Psoak -pl backup-worker -Dit.test=FileSystemIT`. It came back equal in content and metadata: in
          place, onto another file system, and by the stock restic.

          | entries | backup | restore in place | with |
          |---|---|---|---|
          | %d | %d s | %d s | %s, Java %d |
          """
              .formatted(
                  entries,
                  backup.toSeconds(),
                  restore.toSeconds(),
                  LocalDate.now(ZoneOffset.UTC),
                  Runtime.version().feature()));
    }
  }

  @Test
  void failsWhereThereIsNoFolderAndNamesTheFileSystem() throws Exception {
    Files.delete(turbo.files());
    TaskFailed failed = tenant.failure(tenant.order(turbo.backup(vault, null)));
    assertThat(failed.code()).isEqualTo("BackupService.7502");
    assertThat(failed.message()).contains(turbo.id()).doesNotContain(stack.home().toString());
  }

  @Test
  void takesAFolderWhoseMountIsGoneForNoFileSystem() throws Exception {
    Path told = stack.home().resolve("cloud/" + tenant.project() + "/turbos/" + turbo.id());
    Path file = told.resolve("turbo.json");
    Files.writeString(file, Files.readString(file).replace("{", "{\"mounted\":true,"));
    TaskFailed failed = tenant.failure(tenant.order(turbo.backup(vault, null)));
    assertThat(failed.code()).isEqualTo("BackupService.7502");
    assertThat(failed.message()).contains("nothing is mounted there");
  }

  @Test
  void doesNotTouchAFolderThatTheBackupsAreIn() throws Exception {
    Path told = stack.home().resolve("cloud/" + tenant.project() + "/turbos/" + turbo.id());
    Path file = told.resolve("turbo.json");
    StartBackup backup = turbo.backup(vault, null);
    TaskSucceeded stored = tenant.success(tenant.order(backup));
    String json = Files.readString(file);
    for (Path wrong : List.of(stack.home(), stack.home().resolve("repositories"))) {
      Files.writeString(file, json.replace(turbo.files().toString(), wrong.toString()));
      TaskFailed failed = tenant.failure(tenant.order(turbo.restore(backup, stored.snapshotId())));
      assertThat(failed.code()).isEqualTo("BackupService.7502");
      assertThat(failed.message()).contains("the backups themselves are in it");
      assertThat(file).exists();
    }
  }

  @Test
  void doesNotTouchAFolderThatSharesFilesWithAnotherFileSystem() throws Exception {
    StartBackup backup = turbo.backup(vault, null);
    TaskSucceeded stored = tenant.success(tenant.order(backup));
    Path below = Files.createDirectories(turbo.files().resolve("below"));
    Turbo inner = new Turbo(stack.home(), "e".repeat(32), below);
    Path file = Files.writeString(below.resolve("file"), "of the other one");
    TaskFailed failed = tenant.failure(tenant.order(turbo.restore(backup, stored.snapshotId())));
    assertThat(failed.code()).isEqualTo("BackupService.7502");
    assertThat(failed.message())
        .contains("another file system has files of it")
        .doesNotContain(inner.id());
    assertThat(file).exists();
  }

  @Test
  void saysThatAFileSystemCannotBeReadAndNotThatItIsGone() throws Exception {
    Path file = torn(turbo);
    TaskFailed failed = tenant.failure(tenant.order(turbo.backup(vault, null)));
    Files.delete(file);
    assertThat(failed.code()).isNotEqualTo("BackupService.7500");
    assertThat(failed.message()).contains(turbo.id(), "cannot be read");
  }

  @Test
  void replacesNothingAsLongAsAnotherFileSystemCannotBeReadButBacksUp() throws Exception {
    Path file = torn(new Turbo(stack.home(), "e".repeat(32)));
    StartBackup backup = turbo.backup(vault, null);
    TaskSucceeded stored = tenant.success(tenant.order(backup));
    TaskFailed failed = tenant.failure(tenant.order(turbo.restore(backup, stored.snapshotId())));
    Files.delete(file);
    assertThat(failed.code()).isEqualTo("BackupService.7502");
    assertThat(failed.message()).contains(turbo.id(), "not all other file systems can be read");
    tenant.success(tenant.order(turbo.restore(backup, stored.snapshotId())));
  }

  /** What stands of a file system, cut off. */
  private static Path torn(Turbo one) throws IOException {
    try (Stream<Path> projects = Files.list(stack.home().resolve("cloud"))) {
      Path file =
          projects
              .map(project -> project.resolve("turbos/" + one.id() + "/turbo.json"))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      return Files.writeString(file, "{\"id\":");
    }
  }

  @Test
  void failsOnAFileSystemThatDoesNotExist() throws Exception {
    StartBackup backup = turbo.backup(vault, null);
    TaskSucceeded stored = tenant.success(tenant.order(backup));
    Turbo foreign = new Turbo(stack.home(), "f".repeat(32));
    assertThat(tenant.failure(tenant.order(foreign.restore(backup, stored.snapshotId()))).code())
        .isEqualTo("BackupService.7500");
  }
}
