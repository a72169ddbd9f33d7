package io.coffer.systemtests.conformance.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.conformance.document.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Database O&amp;M instances as the core of the vendor's client calls for them. */
final class DatabaseOm {

  private static final String ORDER = "/v2/{project_id}/db-om/charge/period/order";

  final SignedCalls calls;

  DatabaseOm(SignedCalls calls) {
    this.calls = calls;
  }

  /** The order that the reference shows. */
  static Map<String, Object> order(String name, String password) {
    return new HashMap<>(
        Map.ofEntries(
            Map.entry("flavor_ref", "s6.2xlarge.2"),
            Map.entry("name", name),
            Map.entry("vpc_id", "21f3dac4-f460-4173-ba5e-cb7a0d528605"),
            Map.entry("availability_zone", "cn-north-7c,cn-north-7c"),
            Map.entry("nics", List.of(Map.of("subnet_id", "cbed162e-045a-4afd-aa2b-0da11219989c"))),
            Map.entry(
                "security_groups", List.of(Map.of("id", "0070ec22-bae4-4df3-af3d-9f928297b3b7"))),
            Map.entry("cloud_service_type", "hws.service.type.dbss"),
            Map.entry("charging_mode", 0),
            Map.entry("period_type", 2),
            Map.entry("period_num", 1),
            Map.entry("subscription_num", 1),
            Map.entry("is_auto_renew", 0),
            Map.entry("promotion_info", ""),
            Map.entry("product_infos", List.of(edition("dbss.opsmgmt.high"))),
            Map.entry("region_id", "cn-north-7"),
            Map.entry("hx_password", password),
            Map.entry("asset_nums", 10),
            Map.entry("image_business_type", 1),
            Map.entry("public_ip", Map.of("id", "df0d32e1-671e-482b-bafd-413fa67d3add")),
            Map.entry("enterprise_project_id", "0")));
  }

  static Map<String, Object> edition(String specCode) {
    return Map.of(
        "product_id",
        "OFFI10097xxxxxxxxxxxx693761",
        "cloud_service_type",
        "hws.service.type.dbss",
        "resource_type",
        "hws.resource.type.dbss.opsmgmt",
        "resource_spec_code",
        specCode,
        "product_spec_desc",
        "{\"specDesc\":{\"en-us\":{\"Edition\": \"Database Audit O&M Enhanced Edition\"}}}");
  }

  JsonNode place(Map<String, Object> order) {
    return calls.ok("POST", ORDER, order);
  }

  Answer refusedOrder(Map<String, Object> order) {
    return calls.refused("POST", ORDER, order);
  }

  List<JsonNode> instances(String name) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode one :
        calls.ok("POST", "/v2/{project_id}/db-om/instances", null).path("clusters")) {
      if (one.path("name").asText().equals(name)) {
        found.add(one);
      }
    }
    return found;
  }

  /** What an instance with this name is and what is being done with it; empty for none. */
  String status(String name) {
    return instances(name).stream()
        .map(one -> one.at("/detail/server/0"))
        .map(node -> node.path("status").asText() + " " + node.path("task_status").asText())
        .findFirst()
        .orElse("");
  }

  /** Something is done with an instance. */
  void does(String method, String instance, String what, Map<String, Object> body) {
    JsonNode answer = calls.ok(method, path(instance, what), body);
    if (!answer.path("result").asText().equals("success")) {
      throw new AssertionError(answer);
    }
  }

  static String path(String instance, String what) {
    return "/v1/{project_id}/db-om/" + instance + (what.isEmpty() ? "" : "/" + what);
  }
}
