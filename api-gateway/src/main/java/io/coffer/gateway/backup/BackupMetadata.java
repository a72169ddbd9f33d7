package io.coffer.gateway.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.messaging.decision.Answer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * What a backup is of (4.3.7). Of backups one owner knows, of what is in them another: only here
 * they meet.
 */
@ApplicationScoped
class BackupMetadata {

  private final OwnerClient owners;

  BackupMetadata(OwnerClient owners) {
    this.owners = owners;
  }

  Uni<OwnerAnswer> of(String project, UUID id) {
    return backup(project, id.toString())
        .chain(
            answer ->
                answer.isSuccess()
                    ? ofResource(project, asked(answer))
                    : Uni.createFrom().item(answer));
  }

  /** A volume of a server is in the backup of the server. */
  private Uni<OwnerAnswer> ofResource(String project, JsonNode backup) {
    String parent = backup.path("parent_id").asText();
    return parent.isEmpty()
        ? read(project, backup, backup.path("resource_id").asText())
        : backup(project, parent)
            .chain(
                answer ->
                    answer.isSuccess()
                        ? read(project, backup, asked(answer).path("resource_id").asText())
                        : Uni.createFrom().item(answer));
  }

  private Uni<OwnerAnswer> read(String project, JsonNode backup, String resource) {
    String snapshot = backup.at("/extend_info/snapshot_id").asText();
    if (snapshot.isEmpty()) {
      throw ApiException.of(
          CbrError.METADATA_QUERY_NOT_ALLOWED_CURRENT_BACKUP_STATUS,
          "Backup %s is %s, and holds nothing."
              .formatted(backup.path("id").asText(), backup.path("status").asText()));
    }
    return owners
        .ofProject(
            Owner.BACKUP_WORKER,
            project,
            "vaults/%s/snapshots/%s/resources/%s"
                .formatted(backup.path("vault_id").asText(), snapshot, resource))
        .map(answer -> answer.isSuccess() ? merged(answer, backup) : answer);
  }

  private static OwnerAnswer merged(OwnerAnswer answer, JsonNode backup) {
    ObjectNode json = answer.as(ObjectNode.class);
    json.set("backup_id", backup.path("id"));
    json.put("backups", Json.MAPPER.createArrayNode().add(backup).toString());
    return new OwnerAnswer(answer.status(), Answer.ok(json).bytes());
  }

  private Uni<OwnerAnswer> backup(String project, String id) {
    return owners.ofProject(Owner.VAULT_SERVICE, project, "backups/" + id);
  }

  private static JsonNode asked(OwnerAnswer answer) {
    return answer.as(ObjectNode.class).path("backup");
  }
}
