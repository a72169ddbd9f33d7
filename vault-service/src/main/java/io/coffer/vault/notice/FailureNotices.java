package io.coffer.vault.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.notice.Notice;
import io.coffer.contracts.notice.NoticeType;
import io.coffer.contracts.vault.BackupEvent.BackupFailed;
import io.coffer.contracts.vault.BackupEvent.RestoreFailed;
import io.coffer.messaging.envelope.Envelope;
import java.util.UUID;

/** What people are told of work that failed. */
final class FailureNotices {

  private FailureNotices() {}

  static Notice backup(BackupFailed event, Envelope envelope) {
    return Notices.notice(
        NoticeType.BACKUP_FAILED,
        event.vaultId(),
        "The backup of resource " + event.resourceId() + " failed: " + event.message(),
        data(event.taskId(), event.backupId(), event.resourceId(), event.code(), event.message()),
        envelope);
  }

  static Notice restore(RestoreFailed event, Envelope envelope) {
    return Notices.notice(
        NoticeType.RESTORE_FAILED,
        event.vaultId(),
        "The restore onto resource " + event.targetId() + " failed: " + event.message(),
        data(
            event.operationId(), event.backupId(), event.targetId(), event.code(), event.message()),
        envelope);
  }

  private static ObjectNode data(
      UUID task, UUID backup, String resource, String code, String message) {
    return Json.MAPPER
        .createObjectNode()
        .put("operation_log_id", task.toString())
        .put("backup_id", backup.toString())
        .put("resource_id", resource)
        .put("error_code", code)
        .put("error_msg", message);
  }
}
