package io.coffer.cli.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.rest.Api;
import io.coffer.contracts.vault.ResourceType;
import java.util.List;

/** The calls of the API that work on vaults. */
public final class Vaults {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Api api;

  public Vaults(Api api) {
    this.api = api;
  }

  /** Makes a pay-per-use backup vault for one type of objects. */
  public JsonNode create(String name, String objectType, int sizeGb, List<String> resources) {
    ObjectNode vault = NODES.objectNode().put("name", name);
    vault
        .putObject("billing")
        .put("cloud_type", "public")
        .put("consistent_level", "crash_consistent")
        .put("object_type", objectType)
        .put("protect_type", "backup")
        .put("size", sizeGb);
    vault.set("resources", resources(objectType, resources));
    return api.post("/vaults", NODES.objectNode().set("vault", vault)).path("vault");
  }

  /** The vault with this id or, if there is one only, this name. */
  public JsonNode find(String idOrName) {
    if (idOrName.matches("[0-9a-fA-F-]{36}")) {
      return api.get("/vaults/" + idOrName).path("vault");
    }
    List<JsonNode> named =
        api.list("/vaults?name=" + Api.query(idOrName), "vaults").stream()
            .filter(vault -> vault.path("name").asText().equals(idOrName))
            .toList();
    if (named.size() != 1) {
      throw new IllegalArgumentException(
          "There are " + named.size() + " vaults with the name " + idOrName + "; take the id");
    }
    return named.get(0);
  }

  public String id(String idOrName) {
    return find(idOrName).path("id").asText();
  }

  /** Puts what a vault may hold under its protection. */
  public JsonNode add(JsonNode vault, List<String> resources) {
    String type = vault.path("billing").path("object_type").asText("server");
    ObjectNode body = NODES.objectNode();
    body.set("resources", resources(type, resources));
    return api.post("/vaults/" + vault.path("id").asText() + "/addresources", body);
  }

  /** Takes resources out of a vault, with their backups. */
  public JsonNode remove(String vault, List<String> resources) {
    ArrayNode ids = NODES.arrayNode();
    resources.forEach(ids::add);
    return api.post(
        "/vaults/" + vault + "/removeresources", NODES.objectNode().set("resource_ids", ids));
  }

  /** Moves servers or disks to another vault, with their backups. */
  public JsonNode migrate(String vault, String destination, List<String> resources) {
    ObjectNode body = NODES.objectNode().put("destination_vault_id", destination);
    resources.forEach(body.putArray("resource_ids")::add);
    return api.post("/vaults/" + vault + "/migrateresources", body);
  }

  private static ArrayNode resources(String objectType, List<String> ids) {
    ArrayNode all = NODES.arrayNode();
    String type = heldBy(objectType).wireName();
    ids.forEach(id -> all.addObject().put("id", id).put("type", type));
    return all;
  }

  private static ResourceType heldBy(String objectType) {
    return switch (objectType) {
      case "disk" -> ResourceType.DISK;
      case "turbo" -> ResourceType.TURBO;
      case "workspace" -> ResourceType.DESKTOP;
      case "vmware" -> ResourceType.NATIVE;
      default -> ResourceType.SERVER;
    };
  }
}
