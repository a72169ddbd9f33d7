package io.coffer.vault.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.Event;
import io.coffer.contracts.task.TaskEvent;
import io.coffer.contracts.task.TaskEvent.BackupCopy;
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
import io.coffer.contracts.vault.MigrationEvent.MigratedBackup;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrationFailed;
import io.coffer.contracts.vault.VaultCommand.BindResources;
import io.coffer.contracts.vault.VaultEvent.ResourceRemovalFailed;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionFailed;
import io.coffer.contracts.vault.VaultEvent.VaultUpdated;
import io.coffer.contracts.work.WorkCommand.StartDelete;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.Samples;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.operationlog.OperationStatus;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.operationlog.RemoveResourcesOperation;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FinishTaskHandlerTest {

  private static final FinishTaskHandler HANDLER = new FinishTaskHandler(null, null, null);
  private static final VaultState OPEN = Samples.vault(VaultStatus.available);
  private static final UUID COMMAND = new UUID(8, 8);
  private static final Instant END = Samples.TIME.plusSeconds(60);

  @Test
  void notesTheFirstStartOnly() {
    OperationState waiting =
        Samples.task(OperationType.backup, OperationStatus.waiting, "s1", null);
    assertThat(events(waiting, null, new TaskStarted(waiting.id(), END)))
        .containsExactly(new OperationStarted(Samples.VAULT, waiting.id(), END));
    OperationState task = task(OperationType.backup);
    assertThat(events(task, null, new TaskStarted(task.id(), END))).isEmpty();
  }

  @Test
  void completesABackup() {
    OperationState task = task(OperationType.backup);
    assertThat(events(task, null, succeeded(task)))
        .containsExactly(
            new BackupCompleted(
                Samples.VAULT,
                Samples.BACKUP,
                task.id(),
                "s1",
                "OS::Nova::Server",
                "name",
                "snap",
                10,
                7,
                END));
  }

  @Test
  void enlargesAVaultThatABackupFilledAlsoByFailing() {
    OperationState task = task(OperationType.backup);
    assertThat(sizeAfter(task, succeeded(task), 7)).isEqualTo(125);
    assertThat(sizeAfter(task, failed(task), 2)).isEqualTo(125);
  }

  /** The size of a vault that has no more room than for so many bytes, after the end of a task. */
  private static int sizeAfter(OperationState task, TaskEvent end, long room) {
    VaultState almostFull =
        Samples.vault(
            Samples.VAULT,
            VaultStatus.available,
            Samples.settings("v", "server", 100, true, false),
            100 * Samples.GB - room,
            1);
    Decision decision =
        HANDLER.decide(
            new FinishTaskHandler.State(task, almostFull, null), end, Samples.envelope(COMMAND));
    return ((VaultUpdated) ((Decision.Accepted) decision).events().get(1)).settings().sizeGb();
  }

  @Test
  void completesARestoreADeletionAndTheDeletionOfAVault() {
    OperationState restore = task(OperationType.restore);
    assertThat(events(restore, null, succeeded(restore)))
        .containsExactly(
            new RestoreCompleted(Samples.VAULT, Samples.BACKUP, restore.id(), "s2", END));
    OperationState delete = task(OperationType.delete);
    assertThat(events(delete, null, succeeded(delete)))
        .containsExactly(
            new BackupDeleted(Samples.VAULT, Samples.BACKUP, delete.id(), "s1", 4, END));
    OperationState vault = task(OperationType.vault_delete);
    assertThat(events(vault, null, succeeded(vault)))
        .containsExactly(new VaultDeleted(Samples.VAULT, vault.id(), END));
  }

  @ParameterizedTest
  @EnumSource(names = {"backup", "restore", "delete", "vault_delete"})
  void keepsTheReasonOfAFailure(OperationType type) {
    OperationState task = task(type);
    Event failed = events(task, null, failed(task)).get(0);
    UUID id = task.id();
    assertThat(failed)
        .isEqualTo(
            switch (type) {
              case backup ->
                  new BackupFailed(
                      Samples.VAULT, Samples.BACKUP, id, "s1", "code", "why", true, 2, END);
              case restore ->
                  new RestoreFailed(
                      Samples.VAULT, Samples.BACKUP, id, "s2", "code", "why", true, END);
              case delete ->
                  new BackupDeletionFailed(
                      Samples.VAULT, Samples.BACKUP, id, "code", "why", true, END);
              default -> new VaultDeletionFailed(Samples.VAULT, id, "code", "why", true, END);
            });
  }

  @Test
  void movesAResourceOnceItsBackupsAreCopiedAndFreesWhatTheyTookUp() {
    OperationState move = task(OperationType.copy);
    TaskSucceeded copied =
        new TaskSucceeded(
            move.id(), null, 10, 7, 0, END, List.of(new BackupCopy(Samples.BACKUP, "copy")));
    Decision.Accepted accepted = accepted(move, copied);
    ResourceMigrated moved = (ResourceMigrated) accepted.events().get(0);
    assertThat(moved.vaultId()).isEqualTo(Samples.VAULT);
    assertThat(moved.destinationVaultId()).isEqualTo(Samples.OTHER_VAULT);
    assertThat(moved.backups()).containsExactly(new MigratedBackup(Samples.BACKUP, "copy"));
    assertThat(moved.storedBytes()).isEqualTo(7);
    assertThat(accepted.commands())
        .containsExactly(
            new StartDelete(moved.clearingId(), Samples.VAULT, Samples.BACKUP, null),
            new BindResources(Samples.VAULT));
  }

  @Test
  void leavesAResourceWhereItIsWhenItsBackupsCannotBeCopiedAndFreesTheCopies() {
    OperationState move = task(OperationType.copy);
    Decision.Accepted accepted = accepted(move, failed(move));
    ResourceMigrationFailed stays = (ResourceMigrationFailed) accepted.events().get(0);
    assertThat(stays.code()).isEqualTo("code");
    assertThat(stays.storedBytes()).isEqualTo(2);
    assertThat(accepted.commands())
        .containsExactly(
            new StartDelete(stays.clearingId(), Samples.OTHER_VAULT, Samples.BACKUP, null));
  }

  @Test
  void letsResourcesGoWithTheirLastBackup() {
    OperationState delete = task(OperationType.delete);
    assertThat(events(delete, removal(1, 0), succeeded(delete))).hasSize(1);
    assertThat(events(delete, removal(2, 0), succeeded(delete)).get(1))
        .isEqualTo(new ResourcesRemoved(Samples.VAULT, COMMAND, List.of("s1"), END));
  }

  @Test
  void keepsResourcesWhenABackupCannotBeDeleted() {
    OperationState delete = task(OperationType.delete);
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
    OperationState task = Samples.task(OperationType.backup, status, "s1", null);
    assertThat(events(task, null, new TaskStarted(task.id(), END))).isEmpty();
    assertThat(events(task, null, succeeded(task))).isEmpty();
    assertThat(events(task, null, failed(task))).isEmpty();
  }

  @Test
  void ignoresAWordOnATaskThatNobodyOrdered() {
    assertThat(HANDLER.absent(new TaskStarted(COMMAND, END))).isEqualTo(Decision.nothing());
  }

  private static OperationState task(OperationType type) {
    return Samples.running(type, "s1", "s2");
  }

  private static OperationState removal(int deleted, int failed) {
    return new OperationState(
        COMMAND,
        OperationStatus.running,
        Samples.VAULT,
        null,
        null,
        null,
        null,
        new RemoveResourcesOperation(List.of("s1"), 3, deleted, failed));
  }

  private static TaskSucceeded succeeded(OperationState task) {
    return new TaskSucceeded(task.id(), "snap", 10, 7, 4, END, List.of());
  }

  private static TaskFailed failed(OperationState task) {
    return new TaskFailed(task.id(), "code", "why", true, 2, END);
  }

  private static Decision.Accepted accepted(OperationState task, TaskEvent event) {
    return (Decision.Accepted)
        HANDLER.decide(
            new FinishTaskHandler.State(task, OPEN, null), event, Samples.envelope(COMMAND));
  }

  private static List<Event> events(OperationState task, OperationState removal, TaskEvent event) {
    Decision decision =
        HANDLER.decide(
            new FinishTaskHandler.State(task, OPEN, removal), event, Samples.envelope(COMMAND));
    return ((Decision.Accepted) decision).events();
  }
}
