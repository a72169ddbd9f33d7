package io.coffer.gateway.tag;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.error.ApiException;
import java.util.List;

/** The body of POST /vault/resource_instances/action (table 4-311). */
record InstancesBody(Body body) {

  private static final List<String> LISTS = List.of("tags", "tags_any", "not_tags", "not_tags_any");

  /** Refuses what the contract has no words for. */
  static InstancesBody of(Body body) {
    for (String list : LISTS) {
      if (body.has(list) && body.has("sys_tags")) {
        throw ApiException.invalid("sys_tags must not be there together with " + list + ".");
      }
      List<List<String>> keys = body.objects(list, key -> key.texts("values"));
      for (int i = 0; i < keys.size(); i++) {
        for (int j = 0; j < keys.get(i).size(); j++) {
          if (keys.get(i).get(j).matches("\\*+")) {
            throw ApiException.invalid(
                list + "[" + i + "].values[" + j + "] must be more than asterisks.");
          }
        }
      }
    }
    return new InstancesBody(body);
  }

  /** Where the owner answers it. */
  String path() {
    return "vault/resource_instances/" + body.text("action");
  }

  JsonNode question() {
    return body.as(JsonNode.class);
  }
}
