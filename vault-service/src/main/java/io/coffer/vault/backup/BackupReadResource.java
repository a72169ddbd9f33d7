package io.coffer.vault.backup;

import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.Found;
import io.coffer.owner.page.ListAnswer;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.page.Question;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
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
  public Uni<ListAnswer> list(@RestPath String project, @Context UriInfo uri) {
    Parameters asked = new Parameters(uri.getQueryParameters());
    return ListAnswer.to(
        new Question<>(
            "backups",
            BackupQuery.listing(asked),
            project,
            BackupQuery.criteria(project, asked),
            Page.of(asked),
            this::views));
  }

  @GET
  @Path("/{id}")
  @WithSession
  public Uni<String> show(@RestPath String project, @RestPath String id) {
    return Found.by(id, backupId -> answers.of(project, backupId), BackupNotFound::refused)
        .map(Answer::body);
  }

  /** What the backup is of. */
  @GET
  @Path("/{id}/resource-id")
  @WithSession
  public Uni<String> resourceId(@RestPath String project, @RestPath String id) {
    return Found.by(id, backupId -> backups.of(project, backupId), BackupNotFound::refused)
        .map(backup -> Answer.ok(backup.resourceId).body());
  }

  /** Where that which the backup is of can be read. */
  @GET
  @Path("/{id}/contents")
  @WithSession
  public Uni<String> contents(@RestPath String project, @RestPath String id) {
    return Found.by(id, backupId -> answers.contents(project, backupId), BackupNotFound::refused)
        .map(contents -> Answer.ok(contents).body());
  }

  private Uni<List<BackupView>> views(List<BackupRow> rows, int mostChildren) {
    return backups
        .children(rows.stream().map(row -> row.id).toList(), mostChildren)
        .onItem()
        .ifNotNull()
        .transform(
            found ->
                rows.stream()
                    .map(row -> BackupView.of(row, found.getOrDefault(row.id, List.of())))
                    .toList());
  }
}
