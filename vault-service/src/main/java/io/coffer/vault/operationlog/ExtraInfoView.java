package io.coffer.vault.operationlog;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What a task is about (table 4-6): what every kind has, and the part of its own kind. */
final class ExtraInfoView {

  @JsonNaming(SnakeCaseStrategy.class)
  private record Common(int progress, String requestId, UUID taskId) {}

  /** Without {@code extra_info}: clients disagree whether it is an object or a list. */
  record Resource(String id, String type, String name) {}

  /**
   * Without {@code incremental}: clients disagree whether it is a text or a boolean.
   *
   * @param appConsistencyStatus null for what is no backup
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record Backup(UUID backupId, String backupName, String appConsistencyStatus) {}

  private ExtraInfoView() {}

  static Map<String, Object> of(OperationLogRow row, TaskProgressRow progress) {
    Map<String, Object> parts = new TreeMap<>();
    parts.put("common", new Common(ProgressView.percent(row, progress), requestId(row), row.id));
    if (row.resourceId != null) {
      parts.put("resource", new Resource(row.resourceId, row.resourceType, row.resourceName));
    }
    Map.Entry<String, Object> own = row.details.view(row.status);
    parts.put(own.getKey(), own.getValue());
    ProgressView bytes = ProgressView.of(row, progress);
    if (bytes != null) {
      parts.put("x_progress", bytes);
    }
    return parts;
  }

  /** Nobody asked for what a schedule or a rule started; clients want an id all the same. */
  private static String requestId(OperationLogRow row) {
    return row.requestId == null ? "req-" + row.id : row.requestId;
  }
}
