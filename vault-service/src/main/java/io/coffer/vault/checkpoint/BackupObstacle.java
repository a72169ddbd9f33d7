package io.coffer.vault.checkpoint;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.vault.operationlog.OperationState;
import io.coffer.vault.operationlog.OperationType;
import io.coffer.vault.resource.ResourceState;
import io.coffer.vault.resource.ResourceStatus;
import java.util.List;
import java.util.Optional;

/** What stands in the way of a backup that was asked for. */
final class BackupObstacle {

  private BackupObstacle() {}

  /** What does; empty for nothing. */
  static Optional<SkippedResource> of(
      ResourceState row, BackupPlan plan, List<OperationState> running) {
    if (row.status() == ResourceStatus.removing) {
      return skip(row, CbrError.RESOURCES_BEING_REMOVED, "is being removed from the vault");
    }
    if (row.choices().suspended() && plan.command().autoTrigger()) {
      return skip(
          row,
          CbrError.BACKUP_NOT_ALLOWED_CURRENT_RESOURCE_STATUS,
          "is left out of automatic backups");
    }
    for (OperationState task : running) {
      if (task.type() == OperationType.backup && row.id().equals(task.resourceId())) {
        return skip(row, CbrError.RESOURCE_BEING_BACKED_UP, "is being backed up");
      }
      if (task.type() == OperationType.restore && row.id().equals(task.targetResourceId())) {
        return skip(row, CbrError.RESOURCE_BEING_RESTORED, "is being restored");
      }
    }
    if (plan.seen(row) == null) {
      return skip(row, missing(row.type()), "does not exist any more");
    }
    return plan.volumes(row).isEmpty()
        ? skip(
            row,
            CbrError.BACKUP_NOT_ALLOWED_SERVERS_CONTAINING_NO_DISKS,
            "has no volume that is not excluded")
        : Optional.empty();
  }

  private static CbrError missing(String type) {
    return ResourceType.of(type).map(ResourceType::missing).orElse(CbrError.RESOURCE_NOT_FOUND);
  }

  private static Optional<SkippedResource> skip(ResourceState row, CbrError error, String why) {
    return Optional.of(
        new SkippedResource(
            row.id(),
            row.type(),
            row.name(),
            error.code(),
            "Resource " + row.id() + " " + why + "."));
  }
}
