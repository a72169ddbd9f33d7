package io.coffer.vault.backup;

import static io.coffer.messaging.decision.Decision.no;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.BackupCommand;
import io.coffer.contracts.vault.BackupEvent.RestoreStarted;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.contracts.work.WorkCommand.StartRestore;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultVerb;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a backup may be written back, and onto which volumes. */
final class RestoreBackup {

  private RestoreBackup() {}

  /**
   * What is known.
   *
   * @param asked the backup that the caller named
   * @param family the backup of the resource, first, with those of its volumes
   * @param running tasks under way that touch the resource or the target
   */
  record State(
      BackupState asked, List<BackupState> family, VaultState vault, List<OperationState> running) {

    /** What holds the snapshot. */
    BackupState whole() {
      return family.get(0);
    }

    /** The backups of single volumes. */
    List<BackupState> parts() {
      return asked.isOfOne()
          ? List.of(asked)
          : family.stream().filter(row -> row.parentId() != null).toList();
    }
  }

  /** The resources that are read and written. */
  static Set<String> touched(
      BackupCommand.RestoreBackup command, BackupState asked, List<BackupState> family) {
    return new TreeSet<>(List.of(family.get(0).resourceId(), targetId(command, asked)));
  }

  /** The resource that is written onto: the one that was backed up when nothing is said. */
  private static String targetId(BackupCommand.RestoreBackup command, BackupState asked) {
    if (command.targetId() != null) {
      return command.targetId();
    }
    return command.facts() == null ? asked.resourceId() : command.facts().id();
  }

  static Decision decide(State state, BackupCommand.RestoreBackup command, Envelope envelope) {
    return VaultVerb.RESTORE
        .refusal(state.vault())
        .or(() -> unfit(state.asked()))
        .or(() -> busy(state))
        .or(() -> unknown(command, state.asked()))
        .orElseGet(() -> restore(state, command, envelope));
  }

  private static Optional<Decision> unfit(BackupState asked) {
    return asked.status() == BackupStatus.available || asked.status() == BackupStatus.restoring
        ? Optional.empty()
        : no(
            CbrError.BACKUP_STATUS_FORBIDS_RESTORE,
            "Backup " + asked.id() + " is " + asked.status() + ".");
  }

  private static Optional<Decision> busy(State state) {
    for (OperationState task : state.running()) {
      String what = task.underWay();
      switch (task.type()) {
        case restore:
          return no(CbrError.RESOURCE_BEING_RESTORED, what);
        case backup:
          return no(CbrError.TARGET_BEING_BACKED_UP, what);
        case remove_resource:
          return no(CbrError.RESOURCES_BEING_REMOVED, what);
        default:
          break;
      }
    }
    return Optional.empty();
  }

  private static Optional<Decision> unknown(
      BackupCommand.RestoreBackup command, BackupState asked) {
    if (command.targetId() == null || command.target() != null) {
      return otherKind(command.facts(), asked);
    }
    ResourceType type = ResourceType.of(asked.resourceType()).orElse(ResourceType.SERVER);
    return no(type.missing(), type.noun() + " " + command.targetId() + " does not exist.");
  }

  private static Optional<Decision> otherKind(ResourceFacts target, BackupState asked) {
    return target == null
        ? Optional.empty()
        : RestoreKinds.misfit(asked.resourceType(), target.type())
            .map(
                error ->
                    Decision.refuse(
                        error,
                        "Backup "
                            + asked.id()
                            + " is of a "
                            + asked.resourceType()
                            + ", "
                            + target.id()
                            + " is a "
                            + target.type()
                            + "."));
  }

  private static Decision restore(
      State state, BackupCommand.RestoreBackup command, Envelope envelope) {
    BackupState asked = state.asked();
    RestoreTargets targets = RestoreTargets.of(command, asked, state.parts());
    if (targets.refusal() != null) {
      return targets.refusal();
    }
    ResourceFacts target = command.facts();
    BackupState whole = state.whole();
    String targetId = targetId(command, asked);
    return Decision.accept(
            new RestoreStarted(
                whole.vaultId(),
                whole.id(),
                envelope.id(),
                targetId,
                target == null ? asked.resourceName() : target.name(),
                envelope.requestId(),
                envelope.time()))
        .and(
            new StartRestore(
                envelope.id(),
                whole.vaultId(),
                whole.id(),
                whole.snapshotId(),
                whole.resourceId(),
                targetId,
                target == null ? asked.resourceType() : target.type(),
                targets.volumes()));
  }
}
