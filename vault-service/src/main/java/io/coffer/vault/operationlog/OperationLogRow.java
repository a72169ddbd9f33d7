package io.coffer.vault.operationlog;

import io.coffer.owner.store.ProjectRow;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A task and how it went: what lists filter by, what every kind has, and the details of its kind.
 */
@Entity
@Table(schema = "store", name = "operation_log")
public class OperationLogRow extends ProjectRow {

  public UUID vaultId;

  public String vaultName;

  public String enterpriseProjectId;

  public String providerId;

  @Enumerated(EnumType.STRING)
  public OperationType operationType;

  @Enumerated(EnumType.STRING)
  public OperationStatus status;

  public UUID checkpointId;

  public String resourceId;

  public String resourceType;

  public String resourceName;

  public String targetResourceId;

  /** The other vault that it works in; null for none. */
  public UUID targetVaultId;

  @Convert(converter = OperationDetailsColumn.class)
  public OperationDetails details;

  public String requestId;

  public String errorCode;

  public String errorMessage;

  public Instant createdAt;

  public Instant startedAt;

  public Instant endedAt;

  public Instant updatedAt;

  OperationState state() {
    return new OperationState(
        id, status, vaultId, resourceId, resourceType, resourceName, targetResourceId, details);
  }
}
