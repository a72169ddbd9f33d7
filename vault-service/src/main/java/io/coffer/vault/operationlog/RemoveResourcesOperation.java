package io.coffer.vault.operationlog;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Event;
import io.coffer.contracts.vault.VaultEvent.ResourceRemovalFailed;
import io.coffer.contracts.vault.VaultEvent.ResourcesRemoved;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Takes resources out of their vault. No worker does it: it waits for the deletions of their
 * backups.
 *
 * @param backups how many have to go
 * @param deleted how many are gone
 * @param failed how many could not be deleted
 */
@JsonTypeName("remove_resource")
public record RemoveResourcesOperation(
    List<String> resourceIds, int backups, int deleted, int failed) implements OperationDetails {

  @JsonNaming(SnakeCaseStrategy.class)
  private record View(int failCount, int totalCount, List<ExtraInfoView.Resource> resources) {}

  public RemoveResourcesOperation(List<String> resourceIds, int backups) {
    this(resourceIds, backups, 0, 0);
  }

  /** The same with one backup less to wait for. */
  public RemoveResourcesOperation counted(boolean isDeleted) {
    return new RemoveResourcesOperation(
        resourceIds, backups, deleted + (isDeleted ? 1 : 0), failed + (isDeleted ? 0 : 1));
  }

  @Override
  public OperationType type() {
    return OperationType.remove_resource;
  }

  @Override
  public Map.Entry<String, Object> view(OperationStatus status) {
    return Map.entry(
        "remove_resources",
        new View(
            failed,
            backups,
            resourceIds.stream().map(id -> new ExtraInfoView.Resource(id, null, null)).toList()));
  }

  @Override
  public OptionalInt percent() {
    return OptionalInt.of(Math.min(99, 100 * deleted / Math.max(1, backups)));
  }

  /** With the last backup the resources leave the vault, if all backups are gone. */
  Optional<Event> next(OperationState removal, boolean isDeleted, Instant at) {
    RemoveResourcesOperation then = counted(isDeleted);
    if (then.deleted + then.failed < backups) {
      return Optional.empty();
    }
    return Optional.of(
        then.failed == 0
            ? new ResourcesRemoved(removal.vaultId(), removal.id(), resourceIds, at)
            : new ResourceRemovalFailed(
                removal.vaultId(),
                removal.id(),
                resourceIds,
                CbrError.FAILED_DELETE_BACKUPS_VAULT_RESOURCES.code(),
                then.failed + " of " + backups + " backups could not be deleted.",
                at));
  }
}
