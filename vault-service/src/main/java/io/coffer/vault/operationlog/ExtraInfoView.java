package io.coffer.vault.operationlog;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;

/** What a task is about, by its kind (table 4-6). Absent is what does not belong to the kind. */
@JsonNaming(SnakeCaseStrategy.class)
record ExtraInfoView(
    Common common,
    Resource resource,
    Backup backup,
    Backup delete,
    Restore restore,
    VaultDelete vaultDelete,
    RemoveResources removeResources,
    @JsonProperty("x_progress") ProgressView progress) {

  @JsonNaming(SnakeCaseStrategy.class)
  record Common(int progress, String requestId, UUID taskId) {}

  /** Without {@code extra_info}: clients disagree whether it is an object or a list. */
  record Resource(String id, String type, String name) {}

  /**
   * Without {@code incremental}: clients disagree whether it is a text or a boolean.
   *
   * @param appConsistencyStatus null for what is no backup
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record Backup(UUID backupId, String backupName, String appConsistencyStatus) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record Restore(
      UUID backupId, String backupName, String targetResourceId, String targetResourceName) {}

  /** Counts under the documented names and under those that clients read. */
  @JsonNaming(SnakeCaseStrategy.class)
  record VaultDelete(int failCount, int totalCount, int failDeleteCount, int totalDeleteCount) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record RemoveResources(int failCount, int totalCount, List<Resource> resources) {}

  static ExtraInfoView of(OperationLogRow row, TaskProgressRow progress) {
    OperationType type = row.operationType;
    return new ExtraInfoView(
        new Common(ProgressView.percent(row, progress), requestId(row), row.id),
        row.resourceId == null
            ? null
            : new Resource(row.resourceId, row.resourceType, row.resourceName),
        type == OperationType.backup ? new Backup(row.backupId, row.backupName, "0") : null,
        type == OperationType.delete ? new Backup(row.backupId, row.backupName, null) : null,
        type == OperationType.restore ? restore(row) : null,
        type == OperationType.vault_delete ? vaultDelete(row) : null,
        type == OperationType.remove_resource ? removeResources(row) : null,
        ProgressView.of(row, progress));
  }

  private static Restore restore(OperationLogRow row) {
    return new Restore(row.backupId, row.backupName, row.targetResourceId, row.targetResourceName);
  }

  private static VaultDelete vaultDelete(OperationLogRow row) {
    int failed = row.status.isOver() && row.status != OperationStatus.success ? row.totalCount : 0;
    return new VaultDelete(failed, row.totalCount, failed, row.totalCount);
  }

  private static RemoveResources removeResources(OperationLogRow row) {
    return new RemoveResources(
        row.failCount,
        row.totalCount,
        row.resources.stream().map(id -> new Resource(id, null, null)).toList());
  }

  /** Nobody asked for what a schedule or a rule started; clients want an id all the same. */
  private static String requestId(OperationLogRow row) {
    return row.requestId == null ? "req-" + row.id : row.requestId;
  }
}
