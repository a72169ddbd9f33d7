package io.coffer.gateway.protectable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts the vault of each resource that is in one into {@code protectable.vault}. Of resources one
 * owner knows, of vaults another: only here they meet.
 */
@ApplicationScoped
class AssociatedVaults {

  private final OwnerClient owners;

  AssociatedVaults(OwnerClient owners) {
    this.owners = owners;
  }

  /** The answer with its vaults: {@code instances} of a list, or the one {@code instance}. */
  Uni<OwnerAnswer> addTo(OwnerAnswer answer, String project) {
    if (!answer.isSuccess()) {
      return Uni.createFrom().item(answer);
    }
    JsonNode body = read(answer);
    Map<String, ObjectNode> resources = resources(body);
    if (resources.isEmpty()) {
      return Uni.createFrom().item(answer);
    }
    String ids = URLEncoder.encode(String.join(",", resources.keySet()), StandardCharsets.UTF_8);
    return owners
        .ofProject(Owner.VAULT_SERVICE, project, "vaults?resource_ids=" + ids)
        .map(
            vaults -> {
              byResource(vaults).forEach((id, vault) -> put(resources.get(id), vault));
              return new OwnerAnswer(answer.status(), written(body));
            });
  }

  private static void put(ObjectNode resource, JsonNode vault) {
    if (resource != null) {
      resource.withObject("/protectable").set("vault", vault);
    }
  }

  private static Map<String, ObjectNode> resources(JsonNode body) {
    Map<String, ObjectNode> resources = new LinkedHashMap<>();
    JsonNode one = body.path("instance");
    for (JsonNode resource : one.isObject() ? body : body.path("instances")) {
      resources.put(resource.path("id").asText(), (ObjectNode) resource);
    }
    return resources;
  }

  private static Map<String, JsonNode> byResource(OwnerAnswer vaults) {
    if (!vaults.isSuccess()) {
      throw ApiException.unavailable();
    }
    Map<String, JsonNode> byResource = new HashMap<>();
    for (JsonNode vault : read(vaults).path("vaults")) {
      for (JsonNode resource : vault.path("resources")) {
        byResource.put(resource.path("id").asText(), vault);
      }
    }
    return byResource;
  }

  private static JsonNode read(OwnerAnswer answer) {
    try {
      return Json.MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw ApiException.unavailable();
    }
  }

  private static byte[] written(JsonNode body) {
    try {
      return Json.MAPPER.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }
}
