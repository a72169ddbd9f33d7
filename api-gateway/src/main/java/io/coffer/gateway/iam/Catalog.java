package io.coffer.gateway.iam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.gateway.identity.Account;
import io.coffer.gateway.identity.Project;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The service catalogue: where clients find what. They pick an entry by type and region and use its
 * address as it is, so addresses hold version and project.
 */
final class Catalog {

  private static final UUID NAMESPACE = UUID.fromString("6a1c1f4e-5d0b-4c39-9a57-0f1f9f5f7b11");

  private Catalog() {}

  /** The entries for an account in a project, or without one those that need none. */
  static ArrayNode of(String endpoint, Account account, Project project) {
    ArrayNode catalog = Json.MAPPER.createArrayNode();
    Set<String> everywhere = everywhere(account);
    add(catalog, "identity", "keystone", endpoint + "/v3", everywhere);
    add(catalog, "iam", "iam", endpoint + "/v3.0", everywhere);
    add(catalog, "bss", "bss", endpoint + "/v2", everywhere);
    if (project != null) {
      String address = endpoint + "/v3/" + project.id();
      add(catalog, "cbr", "cbr", address, Set.of(project.region()));
      add(catalog, "volumev3", "evs", address, Set.of(project.region()));
    }
    return catalog;
  }

  /** Some clients look for the star, others for the region that they work in. */
  private static Set<String> everywhere(Account account) {
    Set<String> regions = new LinkedHashSet<>(List.of("*"));
    account.projects().forEach(project -> regions.add(project.region()));
    return regions;
  }

  private static void add(
      ArrayNode catalog, String type, String name, String url, Set<String> regions) {
    ArrayNode endpoints =
        catalog
            .addObject()
            .put("type", type)
            .put("name", name)
            .put("id", id(type))
            .putArray("endpoints");
    for (String region : regions) {
      endpoints
          .addObject()
          .put("id", id(type + "@" + region))
          .put("url", url)
          .put("region", region)
          .put("region_id", region)
          .put("interface", "public");
    }
  }

  private static String id(String of) {
    return DerivedId.of(NAMESPACE, of).toString().replace("-", "");
  }
}
