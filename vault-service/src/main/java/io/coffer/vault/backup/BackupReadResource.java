package io.coffer.vault.backup;

import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.page.Slice;
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
import org.jboss.resteasy.reactive.RestPath;

/** Backups for readers (chapter 4.3). */
@Path("/internal/projects/{project}/backups")
@Produces(MediaType.APPLICATION_JSON)
public class BackupReadResource {

  private final BackupStore backups;
  private final BackupAnswers answers;

  BackupReadResource(BackupStore backups, BackupAnswers answers) {
    this.backups = backups;
    this.answers = answers;
  }

  @GET
  @WithSession
  public Uni<String> list(@RestPath String project, @Context UriInfo uri) {
    Parameters asked = new Parameters(uri.getQueryParameters());
    Page page = Page.of(asked);
    return backups
        .getSession()
        .chain(
            session ->
                BackupQuery.listing(asked)
                    .read(session, project, BackupQuery.criteria(project, asked), page))
        .chain(
            slice ->
                backups
                    .children(slice.rows().stream().map(row -> row.id).toList())
                    .map(children -> body(slice, children, page)));
  }

  @GET
  @Path("/{id}")
  @WithSession
  public Uni<String> show(@RestPath String project, @RestPath String id) {
    UUID backupId = Parameters.id(id).orElseThrow(() -> BackupNotFound.refused(id));
    return answers
        .of(project, backupId)
        .onItem()
        .ifNull()
        .failWith(() -> BackupNotFound.refused(id))
        .map(Answer::body);
  }

  private static String body(
      Slice<BackupRow> slice, Map<UUID, List<BackupRow>> children, Page page) {
    return Answer.ok(
            Map.of(
                "backups",
                slice.rows().stream()
                    .map(row -> BackupView.of(row, children.getOrDefault(row.id, List.of())))
                    .toList(),
                "count",
                slice.total(),
                "limit",
                page.limit(),
                "offset",
                page.offset()))
        .body();
  }
}
