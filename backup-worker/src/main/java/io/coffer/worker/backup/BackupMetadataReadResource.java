package io.coffer.worker.backup;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.BackupContents;
import io.coffer.engine.EngineException;
import io.coffer.messaging.decision.Answer;
import io.coffer.worker.rendering.BackupMetadata;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Tells what a resource was when it was backed up, from the backup itself (4.3.7). */
@Path("/internal/projects/{project}/backup-metadata")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BackupMetadataReadResource {

  private static final Logger LOG = Logger.getLogger(BackupMetadataReadResource.class);

  private final SnapshotRecords records;

  BackupMetadataReadResource(SnapshotRecords records) {
    this.records = records;
  }

  /** The metadata; 404 when the snapshot is not there. */
  @POST
  public Response metadata(@PathParam("project") String project, BackupContents asked) {
    Answer answer = answer(project, asked);
    return Response.status(answer.status()).entity(answer.body()).build();
  }

  private Answer answer(String project, BackupContents asked) {
    UUID vault = asked.vaultId();
    try {
      return records
          .find(project, vault, asked.snapshotId(), asked.resourceId())
          .map(
              record ->
                  Answer.ok(
                      BackupMetadata.of(record)
                          .put("backup_id", asked.backupId().toString())
                          .put("backups", asked.backups())))
          .orElseGet(
              () ->
                  Answer.error(
                      CbrError.BACKUP_NOT_FOUND,
                      "The data of the backup is not in vault " + vault + "."));
    } catch (EngineException e) {
      LOG.warnf("repository not read vault=%s: %s", vault, e.getMessage());
      return Answer.error(
          CbrError.FAILED_OBTAIN_BUCKET_STORAGE_INFORMATION,
          "The repository of vault " + vault + " could not be read.");
    }
  }
}
