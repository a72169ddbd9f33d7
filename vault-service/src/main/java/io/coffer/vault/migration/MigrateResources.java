package io.coffer.vault.migration;

import static io.coffer.messaging.decision.Decision.no;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.vault.MigrationEvent.MigratedBackup;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrated;
import io.coffer.contracts.vault.MigrationEvent.ResourceMigrationStarted;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultCommand.BindResources;
import io.coffer.contracts.work.WorkCommand.StartMigration;
import io.coffer.contracts.work.WorkCommand.StoredBackup;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.backup.BackupState;
import io.coffer.vault.backup.BackupStatus;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.resource.Members;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultVerb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether resources may move to another vault with their backups: all or none of them. */
final class MigrateResources {

  private MigrateResources() {}

  /**
   * What is known.
   *
   * @param destination null where there is no such vault in the project
   * @param bound those of the named resources that are in a vault of the project
   * @param backups those of the named resources in the vault that is left; more than may move at
   *     once where there are more
   * @param running tasks under way that touch the named resources
   */
  record State(
      VaultState vault,
      Destination destination,
      List<ResourceState> bound,
      List<BackupState> backups,
      List<OperationState> running) {}

  static Decision decide(State state, VaultCommand.MigrateResources command, Envelope envelope) {
    return VaultVerb.MIGRATE
        .refusal(state.vault())
        .or(() -> Destination.refusal(state.destination(), state.vault(), command))
        .or(() -> Members.refusal(command.vaultId(), command.resourceIds(), state.bound()))
        .or(() -> busy(state))
        .or(() -> Members.tooMany(state.backups().size()))
        .or(() -> state.destination().noRoom(command.resourceIds().size()))
        .orElseGet(() -> migrate(state, command, envelope));
  }

  private static Optional<Decision> busy(State state) {
    return state.running().stream()
        .findFirst()
        .flatMap(
            task ->
                no(
                    switch (task.type()) {
                      case backup -> CbrError.BACKUP_IN_PROGRESS;
                      case restore -> CbrError.RESOURCE_BEING_RESTORED;
                      default -> CbrError.MIGRATION_FAILED;
                    },
                    task.underWay()));
  }

  /** Where a resource leaves at once, the vault has a place for another one. */
  private static Decision migrate(
      State state, VaultCommand.MigrateResources command, Envelope envelope) {
    List<Event> events = new ArrayList<>();
    List<StartMigration> work = new ArrayList<>();
    Map<String, ResourceState> bound =
        state.bound().stream().collect(Collectors.toMap(ResourceState::id, Function.identity()));
    for (String id : command.resourceIds()) {
      ResourceState row = bound.get(id);
      UUID task = DerivedId.task(envelope.id(), id);
      List<BackupState> backups =
          state.backups().stream().filter(backup -> backup.resourceId().equals(id)).toList();
      events.add(
          new ResourceMigrationStarted(
              command.vaultId(),
              command.destinationVaultId(),
              task,
              id,
              row.type(),
              row.name(),
              backups.stream().map(BackupState::id).toList(),
              envelope.requestId(),
              envelope.time()));
      if (backups.stream().allMatch(backup -> backup.snapshotId() == null)) {
        events.add(atOnce(command, row, task, backups, envelope));
      } else {
        work.add(work(command, id, task, backups));
      }
    }
    Decision.Accepted moving = Decision.accept(events).and(work);
    return work.size() < command.resourceIds().size()
        ? moving.and(new BindResources(command.vaultId()))
        : moving;
  }

  /** Nothing of it is stored, so there is nothing to wait for. */
  private static ResourceMigrated atOnce(
      VaultCommand.MigrateResources command,
      ResourceState row,
      UUID task,
      List<BackupState> backups,
      Envelope envelope) {
    return new ResourceMigrated(
        command.vaultId(),
        command.destinationVaultId(),
        task,
        row.id(),
        row.type(),
        row.name(),
        backups.stream().map(backup -> new MigratedBackup(backup.id(), null)).toList(),
        0,
        null,
        envelope.time());
  }

  private static StartMigration work(
      VaultCommand.MigrateResources command,
      String resourceId,
      UUID task,
      List<BackupState> backups) {
    return new StartMigration(
        task,
        command.destinationVaultId(),
        command.vaultId(),
        resourceId,
        backups.stream()
            .filter(backup -> backup.snapshotId() != null)
            .map(
                backup ->
                    new StoredBackup(
                        backup.id(), backup.snapshotId(), backup.status() != BackupStatus.error))
            .toList());
  }
}
