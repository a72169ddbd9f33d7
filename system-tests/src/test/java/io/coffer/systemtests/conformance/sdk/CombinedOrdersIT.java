package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Reply;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.conformance.Covers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class CombinedOrdersIT {

  private Sdk sdk;
  private OrderSide orders;

  @BeforeEach
  void connect(Sdk given) {
    sdk = given;
    orders = new OrderSide(given.project());
  }

  /** The examples of the reference, with a server, a disk and a policy that are there. */
  @Test
  @Covers({"CreatePostPaidVault", "ListCustomerOrders", "PayOrders", "CancelResourcesSubscription"})
  void takesTheExamplesOfTheReferenceAndPaysPartsOfACombinedOrderTogether() throws Exception {
    LocalServer server =
        LocalServer.create(
            sdk.stack(), sdk.project(), "example", List.of(new byte[100], new byte[100]));
    String least =
        """
        {"vault": {"name": "vault_name", "billing": {"consistent_level": "app_consistent",
          "object_type": "server", "protect_type": "backup", "size": 80,
          "charging_mode": "pre_paid", "period_type": "month", "period_num": 1},
          "resources": [{"id": "%s", "type": "OS::Nova::Server"}]}}
        """
            .formatted(server.id());
    sdk.project().post("/vaults/order", Json.MAPPER.readTree(least)).expect(200);

    String combined = "CS-" + UUID.randomUUID();
    ObjectNode example = (ObjectNode) Json.MAPPER.readTree(combined(server, combined));
    JsonNode first = sdk.project().post("/vaults/order", example).expect(200).at("/orders/0");
    example.withObject("/vault").putArray("resources");
    JsonNode second = sdk.project().post("/vaults/order", example).expect(200).at("/orders/0");
    assertThat(sdk.project().post("/vaults/order", example).expect(400).path("error_msg").asText())
        .startsWith("combined_order_num is 2");
    JsonNode parts =
        orders.domain("GET", "/orders/customer-orders?combined_order_id=" + combined, null);
    assertThat(parts.path("total_count").asInt()).isEqualTo(2);
    assertThat(parts.at("/order_infos/1/combined_order_id").asText()).isEqualTo(combined);

    orders.domain("POST", "/orders/customer-orders/pay", OrderSide.field("order_id", combined));
    orders.awaitStatus(first.path("orderId").asText(), 5);
    orders.awaitStatus(second.path("orderId").asText(), 5);
    String vault = first.path("resourceId").asText();
    JsonNode made = sdk.project().get("/vaults/" + vault).expect(200).path("vault");
    assertThat(made.path("name").asText()).isEqualTo("123");
    assertThat(made.at("/resources/0/extra_info/exclude_volumes/0").asText())
        .isEqualTo(sdk.disks(server).get(0));
    orders.awaitStatus(orders.unsubscribe(vault), 5);
    orders.awaitStatus(orders.unsubscribe(second.path("resourceId").asText()), 5);
  }

  @Test
  @Covers({"CancelCustomerOrder", "PayOrders", "CancelResourcesSubscription"})
  void givesUpPartsOfACombinedOrderOneByOneOrAllThatAreNotPaid() throws Exception {
    String combined = "CS-" + UUID.randomUUID();
    String first = part(combined).path("orderId").asText();
    JsonNode second = part(combined);
    String bought = second.path("orderId").asText();
    assertThat(orders.status(first)).isEqualTo(6);

    cancel(first).expect(204);
    assertThat(orders.status(first)).isEqualTo(4);
    assertThat(orders.status(bought)).isEqualTo(6);
    assertThat(cancel(first).errorCode()).isEqualTo("CBC.99005010");
    String third = part(combined).path("orderId").asText(); // in the place of the first one

    orders.domain("POST", "/orders/customer-orders/pay", OrderSide.field("order_id", bought));
    orders.awaitStatus(bought, 5);
    assertThat(cancel(bought).expect(400).path("error_code").asText()).isEqualTo("CBC.99005010");
    cancel(combined).expect(204);
    assertThat(orders.status(third)).isEqualTo(4);
    assertThat(orders.status(bought)).isEqualTo(5);
    assertThat(cancel(combined).expect(400).path("error_code").asText()).isEqualTo("CBC.99005010");
    cancel("CS-" + UUID.randomUUID()).expect(404);

    String vault = second.path("resourceId").asText();
    assertThat(orders.resource(bought)).isEqualTo(vault);
    orders.awaitStatus(orders.unsubscribe(vault), 5);
    assertThat(orders.subscription(vault).path("status").asInt()).isEqualTo(3);
  }

  private Reply cancel(String order) {
    return sdk.project()
        .ofDomain("PUT", "/orders/customer-orders/cancel", OrderSide.field("order_id", order));
  }

  /** One of two orders that may be parts of it. */
  private JsonNode part(String combined) {
    ObjectNode order = Vaults.request("a part");
    order
        .withObject("/vault/billing")
        .put("charging_mode", "pre_paid")
        .put("period_type", "month")
        .put("period_num", 1);
    order
        .withObject("/vault/parameters/combined_order")
        .put("combined_order_id", combined)
        .put("combined_order_num", 2);
    return sdk.project().post("/vaults/order", order).expect(200).at("/orders/0");
  }

  private String combined(LocalServer server, String id) throws Exception {
    String policy =
        sdk.project()
            .post(
                "/policies",
                Json.MAPPER.readTree(
                    """
                    {"policy": {"name": "example", "operation_type": "backup",
                      "operation_definition": {"max_backups": 1},
                      "trigger": {"properties": {"pattern": ["FREQ=DAILY;BYHOUR=1"]}}}}
                    """))
            .expect(200)
            .at("/policy/id")
            .asText();
    return """
    {"vault": {"name": "123", "description": "description", "backup_policy_id": "%s",
      "tags": [{"key": "key", "value": "value"}], "auto_bind": false, "threshold": 80,
      "smn_notify": true,
      "parameters": {"combined_order": {"combined_order_id": "%s",
        "combined_order_ecs_num": 5, "combined_order_num": 2}},
      "bind_rules": {"tags": [{"key": "bind_rules_key", "value": "bind_rules_value"}]},
      "billing": {"cloud_type": "public", "is_auto_renew": false, "is_auto_pay": false,
        "console_url": "https://www.com", "consistent_level": "app_consistent",
        "object_type": "server", "protect_type": "backup", "size": 80,
        "charging_mode": "pre_paid", "period_type": "month", "period_num": 1},
      "resources": [{"id": "%s", "type": "OS::Nova::Server", "name": "server_name",
        "extra_info": {"exclude_volumes": ["%s"]}}]}}
    """
        .formatted(policy, id, server.id(), sdk.disks(server).get(0));
  }
}
