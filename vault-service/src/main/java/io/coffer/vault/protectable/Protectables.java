package io.coffer.vault.protectable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.vault.vault.VaultView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The resources in an answer: {@code instances} of a list, or the one {@code instance}. */
record Protectables(Map<String, ObjectNode> byId) {

  static Protectables in(JsonNode answer) {
    Map<String, ObjectNode> byId = new LinkedHashMap<>();
    for (JsonNode one : answer.has("instance") ? answer : answer.path("instances")) {
      byId.put(one.path("id").asText(), (ObjectNode) one);
    }
    return new Protectables(byId);
  }

  Set<String> ids() {
    return byId.keySet();
  }

  /**
   * Tells of each resource that is in a vault which one that is.
   *
   * @param places the vault of each resource
   */
  void put(Map<String, UUID> places, List<VaultView> vaults) {
    Map<UUID, JsonNode> shown =
        vaults.stream().collect(Collectors.toMap(VaultView::id, Json.MAPPER::valueToTree));
    places.forEach(
        (resource, vault) ->
            byId.get(resource).withObject("/protectable").set("vault", shown.get(vault)));
  }
}
