package io.coffer.cli.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.rest.Api;
import io.coffer.cli.task.TaskState;
import io.coffer.cli.task.TaskWait;
import io.coffer.contracts.vault.ResourceType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The calls of the API that work on backups. */
public final class Backups {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Api api;

  public Backups(Api api) {
    this.api = api;
  }

  public JsonNode show(String id) {
    return api.get("/backups/" + id).path("backup");
  }

  /** All backups, newest first; a null narrows nothing. */
  public List<JsonNode> list(String vault, String resource, String checkpoint) {
    String path =
        "/backups?sort=created_at:desc"
            + (vault == null ? "" : "&vault_id=" + Api.query(vault))
            + (resource == null ? "" : "&resource_id=" + Api.query(resource))
            + (checkpoint == null ? "" : "&checkpoint_id=" + Api.query(checkpoint));
    return api.list(path, "backups");
  }

  /**
   * Writes a backup back.
   *
   * @param target the resource that is overwritten; null for where it came from
   * @param volumes backups of disks and the disks they are written to; empty for their origins
   * @return the task that does it
   */
  public String restore(String backup, String target, Map<String, String> volumes) {
    JsonNode source = show(backup);
    ResourceType type =
        ResourceType.of(source.path("resource_type").asText()).orElse(ResourceType.SERVER);
    ObjectNode restore = NODES.objectNode();
    restore.put(named(type), target == null ? source.path("resource_id").asText() : target);
    if (!volumes.isEmpty()) {
      ArrayNode mappings = restore.putArray("mappings");
      volumes.forEach(
          (from, to) -> mappings.addObject().put("backup_id", from).put("volume_id", to));
    }
    JsonNode answer =
        api.post("/backups/" + backup + "/restore", NODES.objectNode().set("restore", restore));
    String job = answer.path("job_id").asText("");
    return job.isEmpty() ? newest("restore", backup).id() : job;
  }

  private static String named(ResourceType type) {
    return switch (type) {
      case DISK -> "volume_id";
      case TURBO, DESKTOP -> "resource_id";
      default -> "server_id";
    };
  }

  /** Asks for the deletion of a backup; returns the task that does it. */
  public String delete(String backup) {
    api.delete("/backups/" + backup);
    return newest("delete", backup).id();
  }

  private TaskState newest(String operation, String backup) {
    return new TaskWait(api)
            .find(
                "/operation-logs?operation_type=" + operation,
                task ->
                    task.log()
                        .path("extra_info")
                        .path(operation)
                        .path("backup_id")
                        .asText()
                        .equals(backup))
            .stream()
            .max(Comparator.comparing(task -> task.log().path("created_at").asText()))
            .orElseThrow(() -> new IllegalStateException("No " + operation + " task appeared"));
  }
}
