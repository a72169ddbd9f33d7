package io.coffer.vault.operationlog;

import io.coffer.contracts.task.TaskProgress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the furthest report of each task. No part of the domain's tables: reports may be lost, come
 * twice or late, and are not replayed.
 */
@ApplicationScoped
public class TaskProgressTable {

  private static final String KEEP =
      """
      insert into plumbing.task_progress as p
        (task_id, percent, total_bytes, processed_bytes, stored_bytes, reported_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (task_id) do update set
        percent = greatest(p.percent, excluded.percent),
        total_bytes = greatest(p.total_bytes, excluded.total_bytes),
        processed_bytes = greatest(p.processed_bytes, excluded.processed_bytes),
        stored_bytes = greatest(p.stored_bytes, excluded.stored_bytes),
        reported_at = greatest(p.reported_at, excluded.reported_at)
      """;

  private final Pool pool;

  TaskProgressTable(Pool pool) {
    this.pool = pool;
  }

  /** Keeps what of these reports is news. Always in the order of ids, so that no two block. */
  public Uni<Void> keep(Collection<TaskProgress> reports) {
    List<Tuple> rows =
        reports.stream()
            .sorted(Comparator.comparing(TaskProgress::taskId))
            .map(TaskProgressTable::row)
            .toList();
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : pool.preparedQuery(KEEP).executeBatch(rows).replaceWithVoid();
  }

  private static Tuple row(TaskProgress report) {
    return Tuple.tuple(
        List.of(
            report.taskId(),
            Math.max(0, Math.min(99, report.percent())),
            report.totalBytes(),
            report.processedBytes(),
            report.storedBytes(),
            report.reportedAt().atOffset(ZoneOffset.UTC)));
  }
}
