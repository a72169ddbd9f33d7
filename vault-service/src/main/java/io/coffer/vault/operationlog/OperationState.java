package io.coffer.vault.operationlog;

import java.util.List;
import java.util.UUID;

/**
 * A task as decisions see it.
 *
 * @param resources those that a removal takes out of their vault
 */
public record OperationState(
    UUID id,
    OperationType operationType,
    OperationStatus status,
    UUID vaultId,
    UUID backupId,
    String resourceId,
    String resourceType,
    String resourceName,
    String targetResourceId,
    List<String> resources,
    int totalCount,
    int successCount,
    int failCount) {

  /** What callers are told of it while it runs. */
  public String underWay() {
    return "Task " + id + " (" + operationType + ") is under way.";
  }

  /** Whether the last backup it waits for is the one that ends now. */
  public boolean endsWithTheNext() {
    return successCount + failCount + 1 >= totalCount;
  }
}
