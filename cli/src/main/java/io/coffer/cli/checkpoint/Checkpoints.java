package io.coffer.cli.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.rest.Api;
import java.util.List;

/** The calls of the API that work on restore points. */
public final class Checkpoints {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Api api;

  public Checkpoints(Api api) {
    this.api = api;
  }

  /** Backs up a vault; no resources means all of them. */
  public JsonNode create(String vault, String name, boolean incremental, List<String> resources) {
    ObjectNode parameters = NODES.objectNode().put("incremental", incremental);
    if (name != null) {
      parameters.put("name", name);
    }
    if (!resources.isEmpty()) {
      ArrayNode ids = parameters.putArray("resources");
      resources.forEach(ids::add);
    }
    ObjectNode checkpoint = NODES.objectNode().put("vault_id", vault);
    checkpoint.set("parameters", parameters);
    return api.post("/checkpoints", NODES.objectNode().set("checkpoint", checkpoint))
        .path("checkpoint");
  }

  public JsonNode show(String id) {
    return api.get("/checkpoints/" + id).path("checkpoint");
  }
}
