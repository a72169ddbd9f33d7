package io.coffer.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.rest.Api;
import java.util.List;

/** The calls of the API that work on policies. */
final class Policies {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Api api;

  Policies(Api api) {
    this.api = api;
  }

  /** The policies of this type and of this vault; null for any. */
  List<JsonNode> list(String type, String vaultId) {
    String query = type == null ? "" : "&operation_type=" + type;
    query += vaultId == null ? "" : "&vault_id=" + vaultId;
    return api.list("/policies" + query.replaceFirst("&", "?"), "policies");
  }

  JsonNode create(ObjectNode policy) {
    return api.post("/policies", NODES.objectNode().set("policy", policy)).path("policy");
  }

  JsonNode update(String id, ObjectNode change) {
    return api.put("/policies/" + id, NODES.objectNode().set("policy", change)).path("policy");
  }

  /** The policy with this id or, if there is one only, this name. */
  JsonNode find(String idOrName) {
    if (idOrName.matches("[0-9a-fA-F-]{36}")) {
      return api.get("/policies/" + idOrName).path("policy");
    }
    List<JsonNode> named =
        list(null, null).stream()
            .filter(policy -> policy.path("name").asText().equals(idOrName))
            .toList();
    if (named.size() != 1) {
      throw new IllegalArgumentException(
          "There are " + named.size() + " policies with the name " + idOrName + "; take the id");
    }
    return named.get(0);
  }

  String id(String idOrName) {
    return find(idOrName).path("id").asText();
  }

  /** Of each backup in the vaults of a policy why it stays, or when it goes. */
  List<JsonNode> explain(String id) {
    return api.list("/policies/" + id + "/x-explain", "backups");
  }

  JsonNode calendar(String id, int limit) {
    return api.get("/policies/" + id + "/x-calendar?limit=" + limit);
  }

  JsonNode forecast(ObjectNode forecast) {
    return api.post("/policies/x-forecast", NODES.objectNode().set("forecast", forecast));
  }

  JsonNode apply(String vaultId, String policyId, String destination) {
    ObjectNode body = NODES.objectNode().put("policy_id", policyId);
    if (destination != null) {
      body.put("destination_vault_id", destination);
    }
    return api.post("/vaults/" + vaultId + "/associatepolicy", body).path("associate_policy");
  }

  JsonNode remove(String vaultId, String policyId) {
    ObjectNode body = NODES.objectNode().put("policy_id", policyId);
    return api.post("/vaults/" + vaultId + "/dissociatepolicy", body).path("dissociate_policy");
  }
}
