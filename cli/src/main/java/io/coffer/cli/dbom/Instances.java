package io.coffer.cli.dbom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.rest.Api;
import java.util.ArrayList;
import java.util.List;

/** The calls of the API that work on database O&amp;M instances. */
final class Instances {

  private final Api api;

  Instances(Api api) {
    this.api = api;
  }

  /** All instances of the project. */
  List<JsonNode> all() {
    List<JsonNode> all = new ArrayList<>();
    api.call("POST", "v2", "/db-om/instances", null).path("clusters").forEach(all::add);
    return all;
  }

  /** The instance with this id or, if there is one only, this name. */
  JsonNode find(String idOrName) {
    List<JsonNode> found =
        all().stream()
            .filter(
                one ->
                    one.path("instance_id").asText().equals(idOrName)
                        || one.path("name").asText().equals(idOrName))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "There are " + found.size() + " instances with the id or the name " + idOrName);
    }
    return found.get(0);
  }

  /** Orders one. */
  JsonNode order(ObjectNode order) {
    return api.call("POST", "v2", "/db-om/charge/period/order", order);
  }

  /**
   * Does something with one.
   *
   * @param what below its path, with the slash; empty for itself
   * @param body null for none
   */
  JsonNode does(String method, String idOrName, String what, JsonNode body) {
    String id = find(idOrName).path("instance_id").asText();
    return api.call(method, "v1", "/db-om/" + id + what, body);
  }

  /** An instance with what a table of instances shows of its first node beside its own. */
  static JsonNode flat(JsonNode instance) {
    JsonNode node = instance.at("/detail/server/0");
    ObjectNode flat = instance.deepCopy();
    flat.set("status", node.path("status"));
    flat.set("task", node.path("task_status"));
    flat.set("edition", node.path("resource_spec_code"));
    return flat;
  }
}
