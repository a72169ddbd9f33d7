package io.coffer.vault.checkpoint;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.Found;
import io.coffer.owner.refusal.Refused;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** Restore points for readers (chapter 4.12). */
@Path("/internal/projects/{project}/checkpoints")
@Produces(MediaType.APPLICATION_JSON)
public class CheckpointReadResource {

  private final CheckpointAnswers answers;

  CheckpointReadResource(CheckpointAnswers answers) {
    this.answers = answers;
  }

  @GET
  @Path("/{id}")
  @WithSession
  public Uni<String> show(@RestPath String project, @RestPath String id) {
    return Found.by(
            id, checkpointId -> answers.of(project, checkpointId), CheckpointReadResource::unknown)
        .map(Answer::body);
  }

  private static Refused unknown(String id) {
    return new Refused(CbrError.CHECKPOINT_NOT_FOUND, "Checkpoint " + id + " does not exist.");
  }
}
