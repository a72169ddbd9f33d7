package io.coffer.systemtests.api;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The calls that flows are made of. Each expects the documented answer. */
public final class Vaults {

  /** Longer than any task of a test may take, a takeover included. */
  public static final Duration TASK_LIMIT = Duration.ofMinutes(3);

  private static final int PAGE = 500;
  private static final Set<String> OVER = Set.of("success", "failed", "skipped", "timeout");

  private final Project project;

  public Vaults(Project project) {
    this.project = project;
  }

  /** A request for a vault of servers. */
  public static ObjectNode request(String name, String... servers) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode vault = body.putObject("vault").put("name", name);
    vault
        .putObject("billing")
        .put("consistent_level", "crash_consistent")
        .put("object_type", "server")
        .put("protect_type", "backup")
        .put("size", 100);
    vault.set("resources", resources(servers));
    return body;
  }

  /** A request to associate servers. */
  public static ObjectNode association(String... servers) {
    return Json.MAPPER.createObjectNode().set("resources", resources(servers));
  }

  /** Makes a vault with these servers in it; returns its id. */
  public String create(String name, String... servers) {
    JsonNode vault = project.post("/vaults", request(name, servers)).expect(200).path("vault");
    return vault.path("id").asText();
  }

  /** A request to back up the whole vault. */
  public static ObjectNode checkpoint(String vault) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putObject("checkpoint")
        .put("vault_id", vault)
        .putObject("parameters")
        .put("incremental", true);
    return body;
  }

  /** A request to restore a server, every volume to where it came from. */
  public static ObjectNode restore(String server) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putObject("restore").put("server_id", server);
    return body;
  }

  /** Backs up the whole vault; returns the restore point's id at once. */
  public String backUp(String vault) {
    return project
        .post("/checkpoints", checkpoint(vault))
        .expect(200)
        .at("/checkpoint/id")
        .asText();
  }

  /** All vaults of the project, page after page. */
  public List<JsonNode> listed() {
    List<JsonNode> all = new ArrayList<>();
    int count;
    do {
      JsonNode page = project.get("/vaults?limit=" + PAGE + "&offset=" + all.size()).expect(200);
      page.path("vaults").forEach(all::add);
      count = page.path("count").asInt();
    } while (all.size() < count);
    return all;
  }

  /** The backup of a server in a restore point. */
  public String backup(String checkpoint, String server) {
    JsonNode backups =
        project.get("/backups?checkpoint_id=" + checkpoint).expect(200).path("backups");
    for (JsonNode backup : backups) {
      if (backup.path("resource_id").asText().equals(server)) {
        return backup.path("id").asText();
      }
    }
    throw new AssertionError("no backup of " + server + " in " + backups);
  }

  /** Restores a server from a backup, every volume to where it came from; returns the task. */
  public String restore(String backup, String server) {
    return project
        .post("/backups/" + backup + "/restore", restore(server))
        .expect(202)
        .path("job_id")
        .asText();
  }

  /** The tasks that make a restore point. */
  public List<String> tasksOf(String checkpoint) {
    List<String> tasks = new ArrayList<>();
    for (JsonNode log : project.get("/operation-logs").expect(200).path("operation_logs")) {
      if (log.path("checkpoint_id").asText().equals(checkpoint)
          && log.path("operation_type").asText().equals("backup")) {
        tasks.add(log.path("id").asText());
      }
    }
    return tasks;
  }

  /** The operation logs of a vault as they are now, also of one that is gone. */
  public List<JsonNode> tasksOfVault(String vault) {
    List<JsonNode> tasks = new ArrayList<>();
    project
        .get("/operation-logs?vault_id=" + vault)
        .expect(200)
        .path("operation_logs")
        .forEach(tasks::add);
    return tasks;
  }

  /** One operation log as it is now. */
  public JsonNode task(String id) {
    return project.get("/operation-logs/" + id).expect(200).path("operation_log");
  }

  /** The operation log once it is over. */
  public JsonNode ended(String task) {
    return await()
        .atMost(TASK_LIMIT)
        .until(() -> task(task), log -> OVER.contains(log.path("status").asText()));
  }

  /** Backs up the whole vault and waits; returns the restore point's id. */
  public String backedUp(String vault) {
    String checkpoint = backUp(vault);
    List<String> tasks = tasksOf(checkpoint);
    if (tasks.isEmpty()) {
      throw new AssertionError("restore point " + checkpoint + " has no tasks");
    }
    tasks.forEach(this::succeeded);
    return checkpoint;
  }

  /** The operation log once it is over, which must be with success. */
  public JsonNode succeeded(String task) {
    JsonNode log = ended(task);
    if (!log.path("status").asText().equals("success")) {
      throw new AssertionError("the task ended otherwise: " + log);
    }
    return log;
  }

  private static JsonNode resources(String... servers) {
    var list = Json.MAPPER.createArrayNode();
    for (String server : servers) {
      list.addObject().put("id", server).put("type", "OS::Nova::Server");
    }
    return list;
  }
}
