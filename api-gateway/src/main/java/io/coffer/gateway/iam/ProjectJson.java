package io.coffer.gateway.iam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.gateway.identity.Account;
import io.coffer.gateway.identity.Project;
import java.util.List;

/** Projects as the identity routes list them. */
final class ProjectJson {

  private ProjectJson() {}

  /** A page with its links; {@code self} is the address that was asked. */
  static ObjectNode page(String endpoint, String self, Account account, List<Project> projects) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.set("links", links(endpoint + self));
    ArrayNode list = body.putArray("projects");
    for (Project project : projects) {
      ObjectNode node = list.addObject();
      node.put("id", project.id()).put("name", project.name()).put("description", "");
      node.put("domain_id", account.domainId()).put("parent_id", account.domainId());
      node.put("enabled", true).put("is_domain", false);
      node.putObject("links").put("self", endpoint + "/v3/projects/" + project.id());
    }
    return body;
  }

  /** Links of a page that is the only one. */
  static ObjectNode links(String self) {
    return Json.MAPPER.createObjectNode().put("self", self).putNull("next").putNull("previous");
  }
}
