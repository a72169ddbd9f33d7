package io.coffer.gateway.iam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.gateway.identity.Project;
import java.util.UUID;

/**
 * The service catalogue: where clients find what. They pick an entry by type and region and use its
 * address as it is, so addresses hold version and project.
 */
final class Catalog {

  private static final UUID NAMESPACE = UUID.fromString("6a1c1f4e-5d0b-4c39-9a57-0f1f9f5f7b11");
  private static final String EVERYWHERE = "*";

  private Catalog() {}

  /** The entries for a project, or without one those that need none. */
  static ArrayNode of(String endpoint, Project project) {
    ArrayNode catalog = Json.MAPPER.createArrayNode();
    add(catalog, "identity", "keystone", endpoint + "/v3", EVERYWHERE);
    add(catalog, "iam", "iam", endpoint + "/v3.0", EVERYWHERE);
    add(catalog, "bss", "bss", endpoint + "/v2", EVERYWHERE);
    if (project != null) {
      String address = endpoint + "/v3/" + project.id();
      add(catalog, "cbr", "cbr", address, project.region());
      add(catalog, "volumev3", "evs", address, project.region());
    }
    return catalog;
  }

  private static void add(ArrayNode catalog, String type, String name, String url, String region) {
    catalog
        .addObject()
        .put("type", type)
        .put("name", name)
        .put("id", id(type))
        .putArray("endpoints")
        .addObject()
        .put("id", id(type + "@" + region))
        .put("url", url)
        .put("region", region)
        .put("region_id", region)
        .put("interface", "public");
  }

  private static String id(String of) {
    return DerivedId.of(NAMESPACE, of).toString().replace("-", "");
  }
}
