package io.coffer.vault.association;

import static io.coffer.messaging.decision.Decision.no;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Event;
import io.coffer.contracts.vault.BackupEvent.BackupDeletionStarted;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.contracts.vault.VaultEvent.ResourceRemovalStarted;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import io.coffer.contracts.work.WorkCommand.StartDelete;
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
import java.util.Optional;
import java.util.UUID;

/** Whether resources may leave a vault, and which backups have to go before they do. */
final class RemoveResources {

  private static final String REASON = "remove_resource";

  private RemoveResources() {}

  /**
   * What is known.
   *
   * @param resources those of the named resources that are in a vault of the project
   * @param backups their backups in this vault; more than may go at once where there are more
   * @param running tasks under way that touch them
   */
  record State(
      VaultState vault,
      List<ResourceState> resources,
      List<BackupState> backups,
      List<OperationState> running) {}

  static Decision decide(State state, VaultCommand.RemoveResources command, Envelope envelope) {
    return VaultVerb.ASSOCIATE
        .refusal(state.vault())
        .or(() -> Members.refusal(command.vaultId(), command.resourceIds(), state.resources()))
        .or(() -> busy(state))
        .or(() -> locked(state))
        .or(() -> Members.tooMany(state.backups().size()))
        .orElseGet(() -> remove(state, command, envelope));
  }

  private static Optional<Decision> busy(State state) {
    for (OperationState task : state.running()) {
      String what = task.underWay();
      switch (task.type()) {
        case backup:
          return no(CbrError.BACKUP_IN_PROGRESS, what);
        case restore:
          return no(CbrError.RESOURCE_BEING_RESTORED, what);
        default:
          break;
      }
    }
    return Optional.empty();
  }

  private static Optional<Decision> locked(State state) {
    return state.vault().isLocked() && !state.backups().isEmpty()
        ? no(
            CbrError.VAULT_CANNOT_BE_DELETED,
            "Vault "
                + state.vault().id()
                + " is locked and has backups of resource "
                + state.backups().get(0).resourceId()
                + ".")
        : Optional.empty();
  }

  private static Decision remove(
      State state, VaultCommand.RemoveResources command, Envelope envelope) {
    UUID vaultId = state.vault().id();
    List<Event> events = new ArrayList<>();
    List<StartDelete> work = new ArrayList<>();
    events.add(
        new ResourceRemovalStarted(
            vaultId,
            envelope.id(),
            command.resourceIds(),
            state.backups().size(),
            envelope.requestId(),
            envelope.time()));
    for (BackupState backup : state.backups()) {
      if (backup.status() != BackupStatus.deleting) {
        UUID task = DerivedId.task(envelope.id(), backup.id().toString());
        events.add(
            new BackupDeletionStarted(
                vaultId, backup.id(), task, REASON, envelope.requestId(), envelope.time()));
        work.add(new StartDelete(task, vaultId, backup.id(), backup.snapshotId()));
      }
    }
    if (state.backups().isEmpty()) {
      events.add(
          new ResourcesRemoved(vaultId, envelope.id(), command.resourceIds(), envelope.time()));
    }
    Decision.Accepted removed = Decision.accept(events).and(work);
    return state.backups().isEmpty() && state.vault().settings().autoBind()
        ? removed.and(new VaultCommand.BindResources(vaultId))
        : removed;
  }
}
