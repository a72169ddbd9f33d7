package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.contracts.work.WorkCommand.StartVaultDelete;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A repository that is not where it was made: its disk is not mounted, or somebody moved it. */
class MissingRepositoryIT extends InOneProject {

  private StartBackup backup;
  private TaskSucceeded stored;

  @BeforeAll
  static void start() throws Exception {
    stack.worker("backup-worker-1").ready();
  }

  @BeforeEach
  void backUp() throws Exception {
    server.random(600_001, 1);
    backup = server.backup(vault, null);
    stored = tenant.success(tenant.order(backup));
  }

  @Test
  void isNotMadeAgainByABackupNorEmptiedByADeletion() throws Exception {
    Path away = move(stack.repository(vault));
    assertAway(tenant.failure(tenant.order(server.backup(vault, stored.snapshotId()))), "6403");
    assertAway(tenant.failure(tenant.order(server.backup(vault, null))), "6403");
    assertAway(tenant.failure(tenant.order(server.restore(backup, stored.snapshotId()))), "6403");
    TaskFailed deletion =
        tenant.failure(
            tenant.order(
                new StartDelete(UUID.randomUUID(), vault, backup.backupId(), stored.snapshotId())));
    assertAway(deletion, "6403");
    assertThat(deletion.storedBytes()).isZero();
    assertThat(stack.repository(vault)).doesNotExist();
    Files.move(away, stack.repository(vault));
    tenant.success(tenant.order(server.restore(backup, stored.snapshotId())));
    assertThat(tenant.success(tenant.order(server.backup(vault, stored.snapshotId()))))
        .satisfies(next -> assertThat(next.storedBytes()).isLessThan(stored.storedBytes() / 2));
  }

  @Test
  void isNotMadeOnTheDiskBelowWhereAllOfThemAreAway() throws Exception {
    Path all = stack.repository(vault).getParent();
    Path away = move(all);
    Files.createDirectories(all);
    assertAway(tenant.failure(tenant.order(server.backup(UUID.randomUUID(), null))), "6400");
    assertAway(
        tenant.failure(tenant.order(new StartVaultDelete(UUID.randomUUID(), vault))), "6404");
    assertThat(all).isDirectoryNotContaining("regex:.*[0-9a-f-]{36}.*");
    Files.move(all, all.resolveSibling("below"));
    Files.move(away, all);
    tenant.success(tenant.order(server.backup(vault, stored.snapshotId())));
  }

  private static Path move(Path path) throws Exception {
    return Files.move(path, path.resolveSibling(path.getFileName() + ".away"));
  }

  private void assertAway(TaskFailed failed, String code) {
    assertThat(failed.code()).isEqualTo("BackupService." + code);
    assertThat(failed.message()).contains("Is its disk mounted?").doesNotContain("/");
  }
}
