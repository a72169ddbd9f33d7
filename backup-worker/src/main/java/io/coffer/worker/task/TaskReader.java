package io.coffer.worker.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.coffer.contracts.Json;
import io.coffer.contracts.work.WorkCommand;
import io.coffer.worker.job.Task;
import io.coffer.worker.job.TaskKind;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads rows of the table of tasks. */
final class TaskReader {

  private TaskReader() {}

  static Task read(Row row) {
    TaskKind kind = TaskKind.valueOf(row.getString("kind"));
    return new Task(
        row.getUUID("id"),
        row.getString("project"),
        row.getUUID("vault_id"),
        kind,
        command(kind, row.getString("payload")),
        row.getLong("epoch"),
        row.getInteger("mishaps"),
        row.getInteger("crashes"),
        row.getBoolean("late"),
        Optional.ofNullable(row.getOffsetDateTime("started_at")).map(OffsetDateTime::toInstant),
        new Task.Origin(
            row.getUUID("command_id"),
            row.getString("caller"),
            row.getString("request_id"),
            row.getString("traceparent")));
  }

  private static WorkCommand command(TaskKind kind, String payload) {
    try {
      return Json.MAPPER.readValue(payload, kind.command());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the payload of a task is not " + kind, e);
    }
  }
}
