package io.coffer.vault.operationlog;

import io.coffer.owner.store.ProjectStore;
import io.coffer.vault.operationlog.OperationLifecycle.Happening;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The tasks, and what decisions ask of those that are under way. */
@ApplicationScoped
public class OperationLogStore implements ProjectStore<OperationLogRow> {

  private static final String RUNNING = "status in (waiting, running)";

  /** Tasks under way that read, write or delete backups of these resources, or write onto them. */
  public Uni<List<OperationState>> runningOn(String project, Collection<String> resourceIds) {
    return resourceIds.isEmpty()
        ? Uni.createFrom().item(List.of())
        : list(
                RUNNING
                    + " and projectId = ?1 and (resourceId in (?2) or targetResourceId in (?2))",
                project,
                resourceIds)
            .map(OperationLogStore::states);
  }

  /** What belongs to the kind of this operation; null when it is not known to the project. */
  public Uni<OperationDetails> details(String project, UUID id) {
    return of(project, id).onItem().ifNotNull().transform(row -> row.details);
  }

  /** What decisions know of a task; null when it is not there or not this project's. */
  public Uni<OperationState> state(String project, UUID id) {
    return of(project, id).onItem().ifNotNull().transform(OperationLogRow::state);
  }

  /** The first of the tasks under way in a vault, or writing onto a resource in it. */
  public Uni<List<OperationState>> runningIn(String project, UUID vaultId) {
    return find(
            RUNNING
                + " and projectId = ?1 and (vaultId = ?2 or targetVaultId = ?2 or targetResourceId in"
                + " (select b.resourceId from ResourceRow b where b.vaultId = ?2))"
                + " order by createdAt, id",
            project,
            vaultId)
        .page(0, 1)
        .list()
        .map(OperationLogStore::states);
  }

  /** A task that waits for a worker. */
  public Uni<Void> open(OperationLogRow row, UUID id, String requestId, Instant at) {
    row.id = id;
    row.operationType = row.details.type();
    row.status = OperationLifecycle.TABLE.after(null, Happening.OPENED);
    row.requestId = requestId;
    row.createdAt = at;
    row.updatedAt = at;
    return persist(row).replaceWithVoid();
  }

  /** A task that ended before it began; its code and message say why. */
  public Uni<Void> skipped(OperationLogRow row, UUID id, Instant at) {
    row.id = id;
    row.operationType = row.details.type();
    row.status = OperationLifecycle.TABLE.after(null, Happening.SKIPPED);
    row.createdAt = at;
    row.endedAt = at;
    row.updatedAt = at;
    return persist(row).replaceWithVoid();
  }

  /** A task in a vault that is gone, which is called as its last task called it. */
  public Uni<OperationLogRow> inGoneVault(String project, UUID vaultId, OperationDetails details) {
    return find("projectId = ?1 and vaultId = ?2 order by createdAt desc, id", project, vaultId)
        .page(0, 1)
        .list()
        .map(
            last -> {
              OperationLogRow row = new OperationLogRow();
              row.projectId = project;
              row.vaultId = vaultId;
              row.vaultName = last.isEmpty() ? "" : last.get(0).vaultName;
              row.enterpriseProjectId = last.isEmpty() ? "0" : last.get(0).enterpriseProjectId;
              row.providerId = last.isEmpty() ? null : last.get(0).providerId;
              row.details = details;
              return row;
            });
  }

  /** A worker has begun, or none is needed to begin. */
  public Uni<Void> started(String project, UUID id, Instant at) {
    return one(project, id)
        .invoke(
            row -> {
              row.status = OperationLifecycle.TABLE.after(row.status, Happening.STARTED);
              row.startedAt = at;
              row.updatedAt = at;
            })
        .replaceWithVoid();
  }

  /** The work is done. */
  public Uni<OperationLogRow> succeeded(String project, UUID id, Instant at) {
    return one(project, id).invoke(row -> end(row, Happening.SUCCEEDED, at));
  }

  /** The work ended without a result. */
  public Uni<Void> failed(
      String project, UUID id, boolean timedOut, String code, String message, Instant at) {
    return one(project, id)
        .invoke(
            row -> {
              end(row, Happening.failure(timedOut), at);
              row.errorCode = code;
              row.errorMessage = message;
            })
        .replaceWithVoid();
  }

  /** A removal has one backup less to wait for; null for none. */
  public Uni<Void> counted(String project, UUID removalId, boolean deleted) {
    return removalId == null
        ? Uni.createFrom().voidItem()
        : one(project, removalId)
            .invoke(row -> row.details = ((RemoveResourcesOperation) row.details).counted(deleted))
            .replaceWithVoid();
  }

  private static List<OperationState> states(List<OperationLogRow> rows) {
    return rows.stream().map(OperationLogRow::state).toList();
  }

  private static void end(OperationLogRow row, Happening happening, Instant at) {
    row.status = OperationLifecycle.TABLE.after(row.status, happening);
    row.startedAt = row.startedAt == null ? at : row.startedAt;
    row.endedAt = at;
    row.updatedAt = at;
  }
}
