package io.coffer.contracts;

import io.coffer.contracts.task.TaskEvent;
import io.coffer.contracts.task.TaskProgress;
import io.coffer.contracts.vault.BackupCommand;
import io.coffer.contracts.vault.BackupEvent;
import io.coffer.contracts.vault.CheckpointCommand;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultEvent;
import io.coffer.contracts.work.WorkCommand;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every message with its name on the wire and its topic. The name carries a version and never
 * changes; the class may move. A reader finds the class by the name, so a message that is not
 * listed here is poison.
 */
public final class Catalogue {

  /**
   * One message.
   *
   * @param type the name on the wire, for example {@code coffer.vault.created.v1}
   * @param topic where it rides
   */
  public record Entry(String type, Topic topic, Class<? extends Message> message) {}

  private static final Map<String, Entry> BY_TYPE = new LinkedHashMap<>();
  private static final Map<Class<?>, Entry> BY_CLASS = new LinkedHashMap<>();

  static {
    add("coffer.vault.create.v1", Topic.VAULT_COMMANDS, VaultCommand.CreateVault.class);
    add("coffer.vault.update.v1", Topic.VAULT_COMMANDS, VaultCommand.UpdateVault.class);
    add("coffer.vault.delete.v1", Topic.VAULT_COMMANDS, VaultCommand.DeleteVault.class);
    add("coffer.vault.add-resources.v1", Topic.VAULT_COMMANDS, VaultCommand.AddResources.class);
    add(
        "coffer.vault.remove-resources.v1",
        Topic.VAULT_COMMANDS,
        VaultCommand.RemoveResources.class);
    add(
        "coffer.checkpoint.create.v1",
        Topic.VAULT_COMMANDS,
        CheckpointCommand.CreateCheckpoint.class);
    add("coffer.checkpoint.skip.v1", Topic.VAULT_COMMANDS, CheckpointCommand.SkipCheckpoint.class);
    add("coffer.backup.restore.v1", Topic.VAULT_COMMANDS, BackupCommand.RestoreBackup.class);
    add("coffer.backup.delete.v1", Topic.VAULT_COMMANDS, BackupCommand.DeleteBackup.class);
    add("coffer.backup.update.v1", Topic.VAULT_COMMANDS, BackupCommand.UpdateBackup.class);

    add("coffer.vault.set-resources.v1", Topic.VAULT_COMMANDS, VaultCommand.SetResources.class);
    add("coffer.vault.resources-set.v1", Topic.VAULT_EVENTS, VaultEvent.ResourcesSet.class);
    add("coffer.vault.created.v1", Topic.VAULT_EVENTS, VaultEvent.VaultCreated.class);
    add("coffer.vault.updated.v1", Topic.VAULT_EVENTS, VaultEvent.VaultUpdated.class);
    add(
        "coffer.vault.deletion-started.v1",
        Topic.VAULT_EVENTS,
        VaultEvent.VaultDeletionStarted.class);
    add("coffer.vault.deleted.v1", Topic.VAULT_EVENTS, VaultEvent.VaultDeleted.class);
    add(
        "coffer.vault.deletion-failed.v1",
        Topic.VAULT_EVENTS,
        VaultEvent.VaultDeletionFailed.class);
    add("coffer.vault.resources-added.v1", Topic.VAULT_EVENTS, VaultEvent.ResourcesAdded.class);
    add(
        "coffer.vault.resource-removal-started.v1",
        Topic.VAULT_EVENTS,
        VaultEvent.ResourceRemovalStarted.class);
    add("coffer.vault.resources-removed.v1", Topic.VAULT_EVENTS, VaultEvent.ResourcesRemoved.class);
    add(
        "coffer.vault.resource-removal-failed.v1",
        Topic.VAULT_EVENTS,
        VaultEvent.ResourceRemovalFailed.class);
    add("coffer.checkpoint.created.v1", Topic.VAULT_EVENTS, BackupEvent.CheckpointCreated.class);
    add("coffer.backup.skipped.v1", Topic.VAULT_EVENTS, BackupEvent.BackupsSkipped.class);
    add("coffer.operation.started.v1", Topic.VAULT_EVENTS, BackupEvent.OperationStarted.class);
    add("coffer.backup.completed.v1", Topic.VAULT_EVENTS, BackupEvent.BackupCompleted.class);
    add("coffer.backup.failed.v1", Topic.VAULT_EVENTS, BackupEvent.BackupFailed.class);
    add("coffer.backup.renamed.v1", Topic.VAULT_EVENTS, BackupEvent.BackupRenamed.class);
    add(
        "coffer.backup.deletion-started.v1",
        Topic.VAULT_EVENTS,
        BackupEvent.BackupDeletionStarted.class);
    add("coffer.backup.deleted.v1", Topic.VAULT_EVENTS, BackupEvent.BackupDeleted.class);
    add(
        "coffer.backup.deletion-failed.v1",
        Topic.VAULT_EVENTS,
        BackupEvent.BackupDeletionFailed.class);
    add("coffer.restore.started.v1", Topic.VAULT_EVENTS, BackupEvent.RestoreStarted.class);
    add("coffer.restore.completed.v1", Topic.VAULT_EVENTS, BackupEvent.RestoreCompleted.class);
    add("coffer.restore.failed.v1", Topic.VAULT_EVENTS, BackupEvent.RestoreFailed.class);

    add("coffer.work.backup.v1", Topic.WORK_COMMANDS, WorkCommand.StartBackup.class);
    add("coffer.work.restore.v1", Topic.WORK_COMMANDS, WorkCommand.StartRestore.class);
    add("coffer.work.delete.v1", Topic.WORK_COMMANDS, WorkCommand.StartDelete.class);
    add("coffer.work.vault-delete.v1", Topic.WORK_COMMANDS, WorkCommand.StartVaultDelete.class);

    add("coffer.task.started.v1", Topic.TASK_EVENTS, TaskEvent.TaskStarted.class);
    add("coffer.task.succeeded.v1", Topic.TASK_EVENTS, TaskEvent.TaskSucceeded.class);
    add("coffer.task.failed.v1", Topic.TASK_EVENTS, TaskEvent.TaskFailed.class);
    add("coffer.task.progress.v1", Topic.TASK_PROGRESS, TaskProgress.class);
  }

  private Catalogue() {}

  /** All messages, in the order of their listing. */
  public static Collection<Entry> entries() {
    return Collections.unmodifiableCollection(BY_TYPE.values());
  }

  /** The entry with this name on the wire. */
  public static Optional<Entry> find(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  /**
   * The entry of this message.
   *
   * @throws IllegalArgumentException when the message is not listed, which is a mistake in the
   *     program
   */
  public static Entry of(Message message) {
    Entry entry = BY_CLASS.get(message.getClass());
    if (entry == null) {
      throw new IllegalArgumentException(message.getClass().getName() + " is not in the catalogue");
    }
    return entry;
  }

  private static void add(String type, Topic topic, Class<? extends Message> message) {
    Entry entry = new Entry(type, topic, message);
    BY_TYPE.put(type, entry);
    BY_CLASS.put(message, entry);
  }
}
