package io.coffer.vault.operationlog;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.owner.time.WireTime;
import java.util.Map;
import java.util.UUID;

/** A task on the wire (table 4-4). */
@JsonNaming(SnakeCaseStrategy.class)
record OperationLogView(
    UUID id,
    String projectId,
    String operationType,
    String status,
    UUID vaultId,
    String vaultName,
    UUID checkpointId,
    UUID policyId,
    String providerId,
    ErrorInfo errorInfo,
    Map<String, Object> extraInfo,
    String createdAt,
    String startedAt,
    String endedAt,
    String updatedAt) {

  /** Both empty while nothing went wrong. */
  record ErrorInfo(String code, String message) {}

  static OperationLogView of(OperationLogRow row, TaskProgressRow progress) {
    return new OperationLogView(
        row.id,
        row.projectId,
        row.operationType.name(),
        row.status.name(),
        row.vaultId,
        row.vaultName,
        row.checkpointId,
        row.details.policyId(),
        row.providerId,
        new ErrorInfo(text(row.errorCode), text(row.errorMessage)),
        ExtraInfoView.of(row, progress),
        WireTime.offset(row.createdAt),
        WireTime.offset(row.startedAt),
        WireTime.offset(row.endedAt),
        WireTime.offset(row.updatedAt));
  }

  private static String text(String nullable) {
    return nullable == null ? "" : nullable;
  }
}
