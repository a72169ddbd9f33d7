package io.coffer.gateway.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The version of the identity service as discovery describes it. */
final class VersionJson {

  private VersionJson() {}

  static void describe(ObjectNode version, String endpoint) {
    version.put("id", "v3.6").put("status", "stable").put("updated", "2016-04-04T00:00:00Z");
    version.putArray("links").addObject().put("rel", "self").put("href", endpoint + "/v3/");
    version
        .putArray("media-types")
        .addObject()
        .put("base", "application/json")
        .put("type", "application/vnd.openstack.identity-v3+json");
  }
}
