package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.Project;
import java.math.BigDecimal;
import java.time.Duration;

/** The API of a domain's orders, as clients call it around that of vaults. */
final class OrderSide {

  private final Project project;

  OrderSide(Project project) {
    this.project = project;
  }

  static ObjectNode renewal(String vault, int periodType, int periodNum) {
    ObjectNode body =
        Json.MAPPER
            .createObjectNode()
            .put("period_type", periodType)
            .put("period_num", periodNum)
            .put("expire_policy", 0)
            .put("is_auto_pay", 1);
    body.putArray("resource_ids").add(vault);
    return body;
  }

  JsonNode subscription(String vault) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putArray("resource_ids").add(vault);
    return domain("POST", "/orders/suscriptions/resources/query", body).at("/data/0");
  }

  String unsubscribe(String vault) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("unsubscribe_type", 1);
    ArrayNode ids = body.putArray("resource_ids");
    ids.add(vault);
    return domain("POST", "/orders/subscriptions/resources/unsubscribe", body)
        .at("/order_ids/0")
        .asText();
  }

  String resource(String order) {
    ObjectNode body = field("order_id", order).put("only_main_resource", 1);
    return domain("POST", "/orders/suscriptions/resources/query", body)
        .at("/data/0/resource_id")
        .asText();
  }

  void awaitStatus(String order, int status) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(status(order)).isEqualTo(status));
  }

  int status(String order) {
    return details(order).at("/order_info/status").asInt();
  }

  JsonNode details(String order) {
    return domain("GET", "/orders/customer-orders/details/" + order, null);
  }

  BigDecimal balance() {
    return new BigDecimal(
        domain("GET", "/accounts/customer-accounts/balances", null)
            .at("/account_balances/0/amount")
            .asText());
  }

  JsonNode domain(String method, String path, JsonNode body) {
    boolean silent = path.endsWith("/pay") || path.endsWith("/cancel");
    return project.ofDomain(method, path, body).expect(silent ? 204 : 200);
  }

  static ObjectNode field(String name, String value) {
    return Json.MAPPER.createObjectNode().put(name, value);
  }
}
