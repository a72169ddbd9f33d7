package io.coffer.vault.operationlog;

import java.util.UUID;

/** A task as decisions see it. */
public record OperationState(
    UUID id,
    OperationStatus status,
    UUID vaultId,
    String resourceId,
    String resourceType,
    String resourceName,
    String targetResourceId,
    OperationDetails details) {

  public OperationType type() {
    return details.type();
  }

  /** What callers are told of it while it runs. */
  public String underWay() {
    return "Task " + id + " (" + type() + ") is under way.";
  }
}
