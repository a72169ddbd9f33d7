package io.coffer.vault.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Event;
import io.coffer.contracts.task.TaskEvent;
import io.coffer.contracts.task.TaskEvent.TaskFailed;
import io.coffer.contracts.task.TaskEvent.TaskStarted;
import io.coffer.contracts.task.TaskEvent.TaskSucceeded;
import io.coffer.contracts.vault.BackupEvent.BackupCompleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeleted;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionFailed;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.OperationStarted;
import io.coffer.contracts.vault.BackupEvent.RestoreCompleted;
import io.coffer.contracts.vault.BackupEvent.RestoreFailed;
import io.coffer.contracts.vault.VaultEvent.ResourceRemovalFailed;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionFailed;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import io.coffer.vault.operationlog.OperationLogRow;
import io.coffer.vault.operationlog.OperationStatus;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FinishTaskTest {

  private static final VaultState OPEN = Samples.vault(VaultStatus.available);
  private static final Instant END = Samples.TIME.plusSeconds(60);
  private static final UUID BACKUP = new UUID(3, 3);

  @Test
  void notesTheFirstStartOnly() {
    OperationLogRow task = task(OperationType.backup);
    task.status = OperationStatus.waiting;
    assertThat(events(task, null, new TaskStarted(task.id, END)))
        .containsExactly(new OperationStarted(Samples.VAULT, task.id, END));
    task.status = OperationStatus.running;
    assertThat(events(task, null, new TaskStarted(task.id, END))).isEmpty();
  }

  @Test
  void completesABackup() {
    OperationLogRow task = task(OperationType.backup);
    assertThat(events(task, null, succeeded(task)))
        .containsExactly(
            new BackupCompleted(
                Samples.VAULT,
                BACKUP,
                task.id,
                "s1",
                "OS::Nova::Server",
                "name",
                "snap",
                10,
                7,
                END));
  }

  @Test
  void enlargesAVaultThatThisBackupFilled() {
    OperationLogRow task = task(OperationType.backup);
    VaultState almostFull =
        new VaultState(
            Samples.VAULT,
            VaultStatus.available,
            Samples.settings("v", "server", 100, true, false),
            100 * Samples.GB - 7,
            1);
    Decision decision =
        FinishTask.decide(new FinishTask.State(task, almostFull, null), succeeded(task));
    VaultUpdated larger = (VaultUpdated) ((Decision.Accepted) decision).events().get(1);
    assertThat(larger.settings().sizeGb()).isEqualTo(125);
  }

  @Test
  void completesARestoreADeletionAndTheDeletionOfAVault() {
    OperationLogRow restore = task(OperationType.restore);
    assertThat(events(restore, null, succeeded(restore)))
        .containsExactly(new RestoreCompleted(Samples.VAULT, BACKUP, restore.id, "s2", END));
    OperationLogRow delete = task(OperationType.delete);
    assertThat(events(delete, null, succeeded(delete)))
        .containsExactly(new BackupDeleted(Samples.VAULT, BACKUP, delete.id, "s1", 4, END));
    OperationLogRow vault = task(OperationType.vault_delete);
    assertThat(events(vault, null, succeeded(vault)))
        .containsExactly(new VaultDeleted(Samples.VAULT, vault.id, END));
  }

  @ParameterizedTest
  @EnumSource(names = {"backup", "restore", "delete", "vault_delete"})
  void keepsTheReasonOfAFailure(OperationType type) {
    OperationLogRow task = task(type);
    Event failed = events(task, null, failed(task)).get(0);
    UUID id = task.id;
    assertThat(failed)
        .isEqualTo(
            switch (type) {
              case backup ->
                  new BackupFailed(Samples.VAULT, BACKUP, id, "s1", "code", "why", true, 2, END);
              case restore ->
                  new RestoreFailed(Samples.VAULT, BACKUP, id, "s2", "code", "why", true, END);
              case delete ->
                  new BackupDeletionFailed(Samples.VAULT, BACKUP, id, "code", "why", true, END);
              default -> new VaultDeletionFailed(Samples.VAULT, id, "code", "why", true, END);
            });
  }

  @Test
  void letsResourcesGoWithTheirLastBackup() {
    OperationLogRow delete = task(OperationType.delete);
    assertThat(events(delete, removal(1, 0), succeeded(delete))).hasSize(1);
    assertThat(events(delete, removal(2, 0), succeeded(delete)).get(1))
        .isEqualTo(new ResourcesRemoved(Samples.VAULT, new UUID(8, 8), List.of("s1"), END));
  }

  @Test
  void keepsResourcesWhenABackupCannotBeDeleted() {
    OperationLogRow delete = task(OperationType.delete);
    for (List<Event> events :
        List.of(
            events(delete, removal(1, 1), succeeded(delete)),
            events(delete, removal(2, 0), failed(delete)))) {
      ResourceRemovalFailed failed = (ResourceRemovalFailed) events.get(1);
      assertThat(failed.code()).isEqualTo("BackupService.6115");
      assertThat(failed.message()).startsWith("1 of 3");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"success", "failed", "timeout", "skipped"})
  void ignoresAWordOnATaskThatIsOver(OperationStatus status) {
    OperationLogRow task = task(OperationType.backup);
    task.status = status;
    assertThat(events(task, null, new TaskStarted(task.id, END))).isEmpty();
    assertThat(events(task, null, succeeded(task))).isEmpty();
    assertThat(events(task, null, failed(task))).isEmpty();
  }

  @Test
  void ignoresAWordOnATaskThatNobodyOrdered() {
    assertThat(events(null, null, new TaskStarted(new UUID(1, 1), END))).isEmpty();
  }

  private static OperationLogRow task(OperationType type) {
    OperationLogRow task = Samples.running(type, "s1", "s2");
    task.backupId = BACKUP;
    task.resourceType = "OS::Nova::Server";
    task.resourceName = "name";
    return task;
  }

  private static OperationLogRow removal(int deleted, int failed) {
    OperationLogRow removal = Samples.running(OperationType.remove_resource, null, null);
    removal.id = new UUID(8, 8);
    removal.resources = List.of("s1");
    removal.totalCount = 3;
    removal.successCount = deleted;
    removal.failCount = failed;
    return removal;
  }

  private static TaskSucceeded succeeded(OperationLogRow task) {
    return new TaskSucceeded(task.id, "snap", 10, 7, 4, END);
  }

  private static TaskFailed failed(OperationLogRow task) {
    return new TaskFailed(task.id, "code", "why", true, 2, END);
  }

  private static List<Event> events(
      OperationLogRow task, OperationLogRow removal, TaskEvent event) {
    Decision decision = FinishTask.decide(new FinishTask.State(task, OPEN, removal), event);
    return ((Decision.Accepted) decision).events();
  }
}
