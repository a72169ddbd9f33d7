package io.coffer.worker.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.coffer.contracts.Json;
import io.coffer.contracts.work.WorkCommand;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.worker.job.TaskKind;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tasks as the handling of a message sees them: inside the dispatcher's transaction. */
@ApplicationScoped
public class TaskStore implements PanacheRepositoryBase<TaskRow, UUID> {

  /** Queues the task that a command orders, unless it is there. */
  public Uni<Void> add(WorkCommand command, Envelope envelope) {
    TaskKind kind = TaskKind.of(command);
    return inSession(
        session ->
            session
                .createNativeQuery(
                    """
                    insert into plumbing.task (id, project, vault_id, source_vault_id, kind,
                      exclusive, payload, command_id, caller, request_id, traceparent)
                    values (:id, :project, :vault, cast(:source as uuid), :kind,
                      :exclusive, :payload, :command, :caller, :request, :trace)
                    on conflict (id) do nothing
                    """)
                .setParameter("id", command.taskId())
                .setParameter("project", envelope.project())
                .setParameter("vault", command.vaultId())
                .setParameter("source", source(command))
                .setParameter("kind", kind.name())
                .setParameter("exclusive", kind.exclusive())
                .setParameter("payload", json(command))
                .setParameter("command", envelope.id())
                .setParameter("caller", envelope.caller())
                .setParameter("request", envelope.requestId())
                .setParameter("trace", envelope.traceparent())
                .executeUpdate()
                .replaceWithVoid());
  }

  /**
   * The task, which nobody else changes until the transaction ends; null when this holder may not
   * speak for it.
   */
  Uni<TaskState> heldBy(Holder holder, UUID taskId) {
    return findById(taskId, LockModeType.PESSIMISTIC_WRITE)
        .map(row -> row == null || !row.isHeldBy(holder) ? null : row.state());
  }

  /** What was reported of the task's vault so far, and whether nothing else runs in it. */
  Uni<StorageReport> accounts(TaskState task, OptionalLong measured) {
    return inSession(
        session ->
            session
                .createNativeQuery(
                    """
                    select
                      coalesce((select bytes from plumbing.repository_size where vault_id = :vault), 0),
                      not exists (select 1 from plumbing.task
                        where vault_id = :vault and state = 'running' and id <> :task)
                    """,
                    Object[].class)
                .setParameter("vault", task.vaultId())
                .setParameter("task", task.id())
                .getSingleResult()
                .map(
                    found ->
                        new StorageReport(
                            ((Number) found[0]).longValue(), measured, (Boolean) found[1])));
  }

  /** Adds to the sum of all reports of a vault. */
  Uni<Void> report(UUID vaultId, long bytes) {
    return inSession(
        session ->
            session
                .createNativeQuery(
                    """
                    insert into plumbing.repository_size as s (vault_id, bytes)
                    values (:vault, :bytes)
                    on conflict (vault_id) do update set bytes = s.bytes + excluded.bytes
                    """)
                .setParameter("vault", vaultId)
                .setParameter("bytes", bytes)
                .executeUpdate()
                .replaceWithVoid());
  }

  private static <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
    return Panache.getSession().chain(work::apply);
  }

  /** The other vault that it reads; null for none. */
  private static String source(WorkCommand command) {
    return command instanceof WorkCommand.StartMigration migration
        ? String.valueOf(migration.sourceVaultId())
        : null;
  }

  private static String json(WorkCommand command) {
    try {
      return Json.MAPPER.writeValueAsString(command);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }
}
