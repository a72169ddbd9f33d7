package io.coffer.worker.backup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.CbrError;
import io.coffer.engine.EngineException;
import io.coffer.messaging.decision.Answer;
import io.coffer.worker.source.BackupMetadata;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Tells what a resource was when it was backed up, from the backup itself (4.3.7). */
@Path("/internal/projects/{project}/vaults/{vault}/snapshots/{snapshot}/resources/{resource}")
@Produces(MediaType.APPLICATION_JSON)
public class BackupMetadataReadResource {

  private static final Logger LOG = Logger.getLogger(BackupMetadataReadResource.class);

  private final SnapshotRecords records;

  BackupMetadataReadResource(SnapshotRecords records) {
    this.records = records;
  }

  /** The metadata; 404 when the snapshot is not there. */
  @GET
  public Response metadata(
      @PathParam("project") String project,
      @PathParam("vault") UUID vault,
      @PathParam("snapshot") String snapshot,
      @PathParam("resource") String resource) {
    Answer answer = answer(project, vault, snapshot, resource);
    return Response.status(answer.status()).entity(answer.body()).build();
  }

  private Answer answer(String project, UUID vault, String snapshot, String resource) {
    try {
      Optional<ObjectNode> found =
          records.find(project, vault, snapshot, resource).map(BackupMetadata::of);
      return found.isPresent()
          ? Answer.ok(found.get())
          : Answer.error(
              CbrError.BACKUP_NOT_FOUND, "The data of the backup is not in vault " + vault + ".");
    } catch (EngineException e) {
      LOG.warnf("the repository of vault %s: %s", vault, e.getMessage());
      return Answer.error(
          CbrError.FAILED_OBTAIN_BUCKET_STORAGE_INFORMATION,
          "The repository of vault " + vault + " could not be read.");
    }
  }
}
