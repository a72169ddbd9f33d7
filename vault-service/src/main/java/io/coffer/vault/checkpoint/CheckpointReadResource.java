package io.coffer.vault.checkpoint;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.refusal.Refused;
import io.coffer.vault.vault.VaultStore;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Restore points for readers (chapter 4.12). */
@Path("/internal/projects/{project}/checkpoints")
@Produces(MediaType.APPLICATION_JSON)
public class CheckpointReadResource {

  private final CheckpointStore checkpoints;
  private final CheckpointAnswers answers;
  private final VaultStore vaults;

  CheckpointReadResource(
      CheckpointStore checkpoints, CheckpointAnswers answers, VaultStore vaults) {
    this.checkpoints = checkpoints;
    this.vaults = vaults;
    this.answers = answers;
  }

  @GET
  @Path("/{id}")
  @WithSession
  public Uni<String> show(@RestPath String project, @RestPath String id) {
    UUID checkpointId = Parameters.id(id).orElseThrow(() -> unknown(id));
    return checkpoints
        .findById(checkpointId)
        .map(
            row -> {
              if (row == null || !row.projectId.equals(project)) {
                throw unknown(id);
              }
              return row;
            })
        .chain(row -> answer(row, id))
        .map(Answer::body);
  }

  /** The vault may go, and the restore point with it, after the restore point was read. */
  private Uni<Answer> answer(CheckpointRow row, String id) {
    return vaults
        .of(row.projectId, row.vaultId)
        .onItem()
        .ifNull()
        .failWith(() -> unknown(id))
        .chain(vault -> answers.of(row, vault));
  }

  private static Refused unknown(String id) {
    return new Refused(CbrError.CHECKPOINT_NOT_FOUND, "Checkpoint " + id + " does not exist.");
  }
}
