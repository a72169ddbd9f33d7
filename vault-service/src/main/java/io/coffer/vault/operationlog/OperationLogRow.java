package io.coffer.vault.operationlog;

import io.coffer.owner.column.TextList;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A task and how it went. Its id is the task's. */
@Entity
@Table(schema = "store", name = "operation_log")
public class OperationLogRow {

  @Id public UUID id;

  @Column(name = "project_id")
  public String projectId;

  @Column(name = "vault_id")
  public UUID vaultId;

  @Column(name = "vault_name")
  public String vaultName;

  @Column(name = "enterprise_project_id")
  public String enterpriseProjectId;

  @Column(name = "provider_id")
  public String providerId;

  @Enumerated(EnumType.STRING)
  @Column(name = "operation_type")
  public OperationType operationType;

  @Enumerated(EnumType.STRING)
  public OperationStatus status;

  @Column(name = "checkpoint_id")
  public UUID checkpointId;

  @Column(name = "backup_id")
  public UUID backupId;

  @Column(name = "backup_name")
  public String backupName;

  @Column(name = "resource_id")
  public String resourceId;

  @Column(name = "resource_type")
  public String resourceType;

  @Column(name = "resource_name")
  public String resourceName;

  @Column(name = "target_resource_id")
  public String targetResourceId;

  @Column(name = "target_resource_name")
  public String targetResourceName;

  /** The resources that a removal takes out of their vault. */
  @Convert(converter = TextList.class)
  public List<String> resources = List.of();

  /** Backups that a removal or a vault's deletion has to delete. */
  @Column(name = "total_count")
  public int totalCount;

  @Column(name = "success_count")
  public int successCount;

  @Column(name = "fail_count")
  public int failCount;

  @Column(name = "size_bytes")
  public Long sizeBytes;

  @Column(name = "stored_bytes")
  public Long storedBytes;

  @Column(name = "request_id")
  public String requestId;

  @Column(name = "error_code")
  public String errorCode;

  @Column(name = "error_message")
  public String errorMessage;

  @Column(name = "created_at")
  public Instant createdAt;

  @Column(name = "started_at")
  public Instant startedAt;

  @Column(name = "ended_at")
  public Instant endedAt;

  @Column(name = "updated_at")
  public Instant updatedAt;

  OperationState state() {
    return new OperationState(
        id,
        operationType,
        status,
        vaultId,
        backupId,
        resourceId,
        resourceType,
        resourceName,
        targetResourceId,
        resources,
        totalCount,
        successCount,
        failCount);
  }
}
