package io.coffer.systemtests.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** What exists in the project that is fuzzed, so that requests get past the first check. */
final class World {

  private static final int FEW = 5;

  private final Map<String, List<String>> known = new ConcurrentHashMap<>();
  private final JsonNode credentials;
  private final Project project;
  private final LocalServer server;

  private World(JsonNode credentials, Project project, LocalServer server) {
    this.credentials = credentials;
    this.project = project;
    this.server = server;
  }

  static World make(RunningStack stack) throws Exception {
    Project project = Project.of(stack, "region-2");
    LocalServer server =
        LocalServer.create(stack, project, "fuzzed", List.of(new byte[3000], new byte[100]));
    World world = new World(stack.credentials(), project, server);
    world.refresh();
    return world;
  }

  /** Sees to a few vaults, and looks what else there is. */
  void refresh() {
    Vaults vaults = new Vaults(project);
    if (ids("/vaults?resource_ids=" + server.id(), "vaults").isEmpty()) {
      vaults.create("holds the server", server.id());
    }
    List<String> live = ids("/vaults?status=available&limit=50", "vaults");
    if (live.size() < FEW) {
      vaults.create("fuzzed");
      vaults.create("also fuzzed");
      live = ids("/vaults?status=available&limit=50", "vaults");
    }
    List<String> holder = ids("/vaults?resource_ids=" + server.id(), "vaults");
    live.addAll(holder);
    live.addAll(holder);
    known.put("vault", live);
    List<String> backups = ids("/backups?limit=50", "backups");
    known.put("backup", backups);
    List<String> policies = ids("/policies?limit=50", "policies");
    known.put("policy", policies.isEmpty() ? List.of(policy()) : policies);
    List<String> everywhere = ids("/organization-policies?limit=50", "policies");
    // Every project of the account has them all: some are enough.
    everywhere.stream().skip(FEW).forEach(id -> project.delete("/organization-policies/" + id));
    known.put("organization_policy", everywhere.stream().limit(FEW).toList());
    known.put("operation_log", ids("/operation-logs?limit=50", "operation_logs"));
    List<String> points = new ArrayList<>();
    project
        .get("/backups?limit=50")
        .expect(200)
        .path("backups")
        .forEach(backup -> points.add(backup.path("checkpoint_id").asText()));
    known.put("checkpoint", points);
    List<String> disks = new ArrayList<>();
    project
        .get("/protectables/disk/instances?server_id=" + server.id())
        .expect(200)
        .path("instances")
        .forEach(disk -> disks.add(disk.path("id").asText()));
    known.put("volume", disks);
    known.put("server", List.of(server.id()));
  }

  private String policy() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode policy = body.putObject("policy").put("name", "fuzzed");
    policy.putObject("operation_definition").put("max_backups", 2);
    ObjectNode properties = policy.putObject("trigger").putObject("properties");
    properties.putArray("pattern").add("FREQ=DAILY;BYHOUR=6");
    return project.post("/policies", body).expect(200).at("/policy/id").asText();
  }

  /** The id of something of a kind; an id of nothing when there is none. */
  String any(String kind, Random random) {
    List<String> ids = known.getOrDefault(kind, List.of());
    return ids.isEmpty()
        ? "11111111-1111-4111-8111-111111111111"
        : ids.get(random.nextInt(ids.size()));
  }

  Project project() {
    return project;
  }

  JsonNode credentials() {
    return credentials;
  }

  private List<String> ids(String path, String list) {
    List<String> ids = new ArrayList<>();
    project.get(path).expect(200).path(list).forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }
}
