package io.coffer.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.work.WorkCommand.StartBackup;
import io.coffer.worker.testing.Cloud;
import io.coffer.worker.testing.Tenant;
import io.coffer.worker.testing.WorkerStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(
    named = "user.name",
    matches = "root",
    disabledReason = "only root mounts a small disk")
class DiskFullIT {

  private static final int MIB = 1 << 20;

  private WorkerStack stack;
  private Path repositories;

  @BeforeEach
  void mount() throws Exception {
    stack = new WorkerStack();
    repositories = Files.createDirectories(stack.home().resolve("repositories"));
    int mounted = run("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", repositories.toString());
    assertThat(mounted).as("what mounting a disk said").isZero();
  }

  @AfterEach
  void unmount() throws Exception {
    stack.close();
    run("umount", "-l", repositories.toString());
  }

  @Test
  void saysThatTheDiskIsFullAndGivesTheSpaceBack() throws Exception {
    UUID vault = UUID.randomUUID();
    stack.worker("backup-worker-1").ready();
    try (Tenant tenant = new Tenant(stack.bootstrap())) {
      Cloud small = new Cloud(stack.home(), tenant.project()).random(4 * MIB, 1);
      Cloud large = new Cloud(stack.home(), tenant.project()).random(64 * MIB, 2);
      StartBackup first = small.backup(vault, null);
      TaskSucceeded kept = tenant.success(tenant.order(first));
      long free = Files.getFileStore(repositories).getUsableSpace();

      TaskFailed failed = tenant.failure(tenant.order(large.backup(vault, null)));
      assertThat(failed.code()).isEqualTo("BackupService.6401");
      assertThat(failed.message()).contains(vault.toString());
      assertThat(failed.storedBytes()).isLessThan(MIB);
      assertThat(Files.getFileStore(repositories).getUsableSpace()).isGreaterThan(free - MIB);

      List<String> before = small.hashes();
      small.damage(0, 0, MIB, 3);
      tenant.success(tenant.order(small.restore(first, kept.snapshotId())));
      assertThat(small.hashes()).isEqualTo(before);
      tenant.success(tenant.order(small.backup(vault, kept.snapshotId())));
    }
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
