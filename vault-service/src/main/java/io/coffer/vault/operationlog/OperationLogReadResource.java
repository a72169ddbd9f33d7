package io.coffer.vault.operationlog;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.Found;
import io.coffer.owner.page.ListAnswer;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.page.Question;
import io.coffer.owner.refusal.Refused;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;

/** Tasks for readers (chapter 4.1). */
@Path("/internal/projects/{project}/operation-logs")
@Produces(MediaType.APPLICATION_JSON)
public class OperationLogReadResource {

  private final OperationLogStore logs;

  OperationLogReadResource(OperationLogStore logs) {
    this.logs = logs;
  }

  @GET
  public Uni<ListAnswer> list(@RestPath String project, @Context UriInfo uri) {
    Parameters asked = new Parameters(uri.getQueryParameters());
    return ListAnswer.to(
        new Question<>(
            "operation_logs",
            OperationLogQuery.LISTING,
            project,
            OperationLogQuery.criteria(project, asked),
            Page.of(asked),
            this::views));
  }

  @GET
  @Path("/{id}")
  @WithSession
  public Uni<String> show(@RestPath String project, @RestPath String id) {
    return Found.by(id, task -> logs.of(project, task), OperationLogReadResource::unknown)
        .chain(row -> views(List.of(row), 1))
        .map(views -> Answer.ok(Map.of("operation_log", views.get(0))).body());
  }

  private static Refused unknown(String id) {
    return new Refused(
        CbrError.OPERATION_LOG_NOT_FOUND, "Operation log " + id + " does not exist.");
  }

  private static Uni<Map<UUID, TaskProgressRow>> progress(
      Mutiny.Session session, List<OperationLogRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return session
        .createSelectionQuery(
            "select p from TaskProgressRow p where p.taskId in (:ids)", TaskProgressRow.class)
        .setParameter("ids", rows.stream().map(row -> row.id).toList())
        .getResultList()
        .map(found -> found.stream().collect(Collectors.toMap(p -> p.taskId, Function.identity())));
  }

  /** A task has one progress at most, so they are never too many. */
  private Uni<List<OperationLogView>> views(List<OperationLogRow> rows, int mostParts) {
    return logs.getSession()
        .chain(session -> progress(session, rows))
        .map(
            progress ->
                rows.stream().map(row -> OperationLogView.of(row, progress.get(row.id))).toList());
  }
}
