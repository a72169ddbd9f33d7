package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.huaweicloud.sdk.cbr.v1.CbrClient;
import com.huaweicloud.sdk.cbr.v1.model.BillingCreate;
import com.huaweicloud.sdk.cbr.v1.model.CbcOrderChange;
import com.huaweicloud.sdk.cbr.v1.model.CbcOrderResult;
import com.huaweicloud.sdk.cbr.v1.model.CbcProductInfoOrderChange;
import com.huaweicloud.sdk.cbr.v1.model.CbcProductInfoUpdate;
import com.huaweicloud.sdk.cbr.v1.model.CbcUpdate;
import com.huaweicloud.sdk.cbr.v1.model.ChangeOrderRequest;
import com.huaweicloud.sdk.cbr.v1.model.CreatePostPaidVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.CreatePostPaidVaultResponse;
import com.huaweicloud.sdk.cbr.v1.model.DeleteVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.ShowVaultRequest;
import com.huaweicloud.sdk.cbr.v1.model.UpdateOrderRequest;
import com.huaweicloud.sdk.cbr.v1.model.VaultCreateResource;
import com.huaweicloud.sdk.cbr.v1.model.VaultOrder;
import com.huaweicloud.sdk.cbr.v1.model.VaultOrderCreateReqs;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.conformance.Covers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class OrdersIT {

  private Sdk sdk;
  private CbrClient client;

  @BeforeEach
  void connect(Sdk given) {
    sdk = given;
    client = given.client();
  }

  @Test
  @Covers({
    "CreateVault",
    "ShowVault",
    "DeleteVault",
    "ListServiceTypes",
    "ShowCustomerOrderDetails",
    "ListPayPerUseCustomerResources",
    "CancelResourcesSubscription",
    "ShowCustomerAccountBalances"
  })
  void sellsAVaultAsProvidersOfInfrastructureBuyIt() {
    assertThat(domain("GET", "/products/service-types?limit=1", null).path("service_types"))
        .hasSize(1);
    BigDecimal before = balance();
    VaultCreateResource answer =
        client
            .createVault(
                Requests.create(
                    Requests.vault("bought").withBilling(billing().withIsAutoPay(true))))
            .getVault();
    String order = answer.getOrders().get(0).getOrderId();
    assertThat(answer.getRetCode()).isEqualTo("0");
    assertThat(sdk.last().parsed().at("/orders/0/orderId").asText()).isEqualTo(order);
    assertThat(sdk.last().parsed().path("retCode").isInt()).isTrue();
    assertThat(sdk.last().parsed().path("error_code").asText()).isEqualTo("0");
    awaitStatus(order, 5);
    String vault = resource(order);
    assertThat(answer.getOrders().get(0).getResourceId()).isEqualTo(vault);
    assertThat(balance()).isEqualByComparingTo(before.subtract(new BigDecimal("17.00")));

    ShowVaultRequest show = new ShowVaultRequest().withVaultId(vault);
    assertThat(client.showVault(show).getVault().getBilling().getOrderId()).isEqualTo(order);
    JsonNode billing = sdk.last().parsed().at("/vault/billing");
    assertThat(billing.path("charging_mode").asText()).isEqualTo("pre_paid");
    assertThat(billing.path("product_id").asText()).isNotBlank();
    assertThat(billing.path("period_type").asText()).isEqualTo("month");
    assertThat(billing.path("period_num").asInt()).isEqualTo(1);

    refused(
        "BackupService.6111",
        () -> client.deleteVault(new DeleteVaultRequest().withVaultId(vault)));
    String end = unsubscribe(vault);
    awaitStatus(end, 5);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> refused("BackupService.6105", () -> client.showVault(show)));
    assertThat(balance())
        .isLessThanOrEqualTo(before)
        .isGreaterThan(before.subtract(BigDecimal.ONE));
  }

  @Test
  @Covers({
    "CreatePostPaidVault",
    "ListCustomerOrders",
    "PayOrders",
    "CancelCustomerOrder",
    "UpdateOrder",
    "ChangeOrder",
    "AutoRenewalResources",
    "CancelAutoRenewalResources",
    "RenewalResources"
  })
  void paysAnOrderLaterAndChangesIt() {
    CbcOrderResult ordered = order(new VaultOrder().withName("later"));
    assertThat(ordered.getCloudServiceId()).isEqualTo("cbr");
    assertThat(ordered.getSubscribeResult()).isEqualTo(1);
    assertThat(status(ordered.getOrderId())).isEqualTo(6);
    String vault = ordered.getResourceId();
    refused(
        "BackupService.6105", () -> client.showVault(new ShowVaultRequest().withVaultId(vault)));
    domain("POST", "/orders/customer-orders/pay", field("order_id", ordered.getOrderId()));
    awaitStatus(ordered.getOrderId(), 5);

    String other = order(new VaultOrder()).getOrderId();
    domain("PUT", "/orders/customer-orders/cancel", field("order_id", other));
    assertThat(status(other)).isEqualTo(4);
    assertThat(
            domain("GET", "/orders/customer-orders?status=4&order_id=" + other, null)
                .path("total_count")
                .asInt())
        .isEqualTo(1);

    String larger =
        client
            .changeOrder(
                new ChangeOrderRequest()
                    .withBody(
                        new CbcOrderChange()
                            .withResourceId(vault)
                            .withIsAutoPay(true)
                            .withProductInfo(
                                new CbcProductInfoOrderChange()
                                    .withProductId("00301-231147-0--0")
                                    .withResourceSize(200)
                                    .withResourceSpecCode(
                                        CbcProductInfoOrderChange.ResourceSpecCodeEnum
                                            .VAULT_BACKUP_SERVER_NORMAL))))
            .getOrderId();
    awaitStatus(larger, 5);
    assertThat(size(vault)).isEqualTo(200);
    UpdateOrderRequest smaller =
        new UpdateOrderRequest()
            .withOrderId(ordered.getOrderId())
            .withBody(
                new CbcUpdate()
                    .withResourceId(vault)
                    .withProductInfo(
                        new CbcProductInfoUpdate()
                            .withProductId("00301-231147-0--0")
                            .withResourceSize(50)
                            .withResourceSizeMeasureId(17)
                            .withResourceSpecCode("vault.backup.server.normal")));
    String back = client.updateOrder(smaller).getOrderId();
    awaitStatus(back, 5);
    assertThat(size(vault)).isEqualTo(50);

    String renewal = "/orders/subscriptions/resources/autorenew/" + vault;
    sdk.project().ofDomain("POST", renewal, null).expect(204);
    sdk.project().ofDomain("DELETE", renewal, null).expect(204);
    String ends = subscription(vault).path("expire_time").asText();
    String further =
        domain("POST", "/orders/subscriptions/resources/renew", renewal(vault, 3, 1))
            .at("/order_ids/0")
            .asText();
    awaitStatus(further, 5);
    assertThat(details(further).at("/order_info/order_type").asInt()).isEqualTo(2);
    assertThat(subscription(vault).path("expire_time").asText())
        .startsWith(Integer.toString(Integer.parseInt(ends.substring(0, 4)) + 1));
    for (ObjectNode wrong :
        List.of(renewal(vault, 1, 1), renewal(vault, 2, 10), renewal(vault, 3, 6))) {
      sdk.project().ofDomain("POST", "/orders/subscriptions/resources/renew", wrong).expect(400);
    }
    awaitStatus(unsubscribe(vault), 5);
  }

  @Test
  @Covers("CreatePostPaidVault")
  void refundsWhatCannotBeMade() throws Exception {
    LocalServer server =
        LocalServer.create(sdk.stack(), sdk.project(), "taken", List.of(new byte[100]));
    client.createVault(Requests.create(Requests.vault("holds it", server.id())));
    BigDecimal before = balance();
    CbcOrderResult ordered =
        order(
            new VaultOrder()
                .withResources(Requests.resources(Requests.SERVER, server.id()))
                .withBilling(billing().withIsAutoPay(true)));
    awaitStatus(ordered.getOrderId(), 4);
    assertThat(balance()).isEqualByComparingTo(before);
    assertThat(details(ordered.getOrderId()).at("/order_line_items/0/error_code").asText())
        .isEqualTo("BackupService.6103");
  }

  @Test
  @Covers("ChangeVaultChargeMode")
  void hasAVaultPaidInAdvanceThatWasPaidByUse() {
    String vault = client.createVault(Requests.create(Requests.vault("v"))).getVault().getId();
    ObjectNode body = field("period_type", "year").put("period_num", 1).put("is_auto_pay", true);
    body.putArray("vault_ids").add(vault);
    JsonNode answer = sdk.project().post("/vaults/change-charge-mode", body).expect(200);
    assertThat(answer.path("retCode").asInt(7)).isZero();
    awaitStatus(answer.path("orderId").asText(), 5);
    assertThat(resource(answer.path("orderId").asText())).isEqualTo(vault);
    sdk.project().post("/vaults/change-charge-mode", body).expect(400);
    awaitStatus(unsubscribe(vault), 5);
  }

  @Test
  @Covers({"CreatePostPaidVault", "ShowCustomerOrderDetails", "CancelResourcesSubscription"})
  void namesWhatIsWrong() {
    for (BillingCreate billing :
        List.of(
            billing().withPeriodType(null),
            billing().withPeriodNum(null),
            billing().withPeriodNum(10),
            billing().withSize(9))) {
      refused("BackupService.9900", () -> order(new VaultOrder().withBilling(billing)));
    }
    sdk.project().ofDomain("GET", "/orders/customer-orders/details/CS0", null).expect(404);
    ObjectNode nobody = field("unsubscribe_type", "1").put("unsubscribe_type", 1);
    nobody.putArray("resource_ids").add("11111111-1111-4111-8111-111111111111");
    sdk.project()
        .ofDomain("POST", "/orders/subscriptions/resources/unsubscribe", nobody)
        .expect(404);
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
    JsonNode parts = domain("GET", "/orders/customer-orders?combined_order_id=" + combined, null);
    assertThat(parts.path("total_count").asInt()).isEqualTo(2);
    assertThat(parts.at("/order_infos/1/combined_order_id").asText()).isEqualTo(combined);

    domain("POST", "/orders/customer-orders/pay", field("order_id", combined));
    awaitStatus(first.path("orderId").asText(), 5);
    awaitStatus(second.path("orderId").asText(), 5);
    String vault = first.path("resourceId").asText();
    JsonNode made = sdk.project().get("/vaults/" + vault).expect(200).path("vault");
    assertThat(made.path("name").asText()).isEqualTo("123");
    assertThat(made.at("/resources/0/extra_info/exclude_volumes/0").asText())
        .isEqualTo(sdk.disks(server).get(0));
    awaitStatus(unsubscribe(vault), 5);
    awaitStatus(unsubscribe(second.path("resourceId").asText()), 5);
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

  private CbcOrderResult order(VaultOrder wanted) {
    if (wanted.getResources() == null) {
      wanted.setResources(List.of());
    }
    if (wanted.getBilling() == null) {
      wanted.setBilling(billing());
    }
    CreatePostPaidVaultResponse answer =
        client.createPostPaidVault(
            new CreatePostPaidVaultRequest()
                .withBody(new VaultOrderCreateReqs().withVault(wanted)));
    assertThat(answer.getRetCode()).isZero();
    assertThat(answer.getErrorCode()).isEqualTo("0");
    return answer.getOrders().get(0);
  }

  private static BillingCreate billing() {
    return Requests.billing(BillingCreate.ObjectTypeEnum.SERVER)
        .withChargingMode(BillingCreate.ChargingModeEnum.PRE_PAID)
        .withPeriodType(BillingCreate.PeriodTypeEnum.MONTH)
        .withPeriodNum(1);
  }

  private static ObjectNode renewal(String vault, int periodType, int periodNum) {
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

  private JsonNode subscription(String vault) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putArray("resource_ids").add(vault);
    return domain("POST", "/orders/suscriptions/resources/query", body).at("/data/0");
  }

  private int size(String vault) {
    return client
        .showVault(new ShowVaultRequest().withVaultId(vault))
        .getVault()
        .getBilling()
        .getSize();
  }

  private String unsubscribe(String vault) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("unsubscribe_type", 1);
    ArrayNode ids = body.putArray("resource_ids");
    ids.add(vault);
    return domain("POST", "/orders/subscriptions/resources/unsubscribe", body)
        .at("/order_ids/0")
        .asText();
  }

  private String resource(String order) {
    ObjectNode body = field("order_id", order).put("only_main_resource", 1);
    return domain("POST", "/orders/suscriptions/resources/query", body)
        .at("/data/0/resource_id")
        .asText();
  }

  private void awaitStatus(String order, int status) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(status(order)).isEqualTo(status));
  }

  private int status(String order) {
    return details(order).at("/order_info/status").asInt();
  }

  private JsonNode details(String order) {
    return domain("GET", "/orders/customer-orders/details/" + order, null);
  }

  private BigDecimal balance() {
    return new BigDecimal(
        domain("GET", "/accounts/customer-accounts/balances", null)
            .at("/account_balances/0/amount")
            .asText());
  }

  private JsonNode domain(String method, String path, JsonNode body) {
    boolean silent = path.endsWith("/pay") || path.endsWith("/cancel");
    return sdk.project().ofDomain(method, path, body).expect(silent ? 204 : 200);
  }

  private static ObjectNode field(String name, String value) {
    return Json.MAPPER.createObjectNode().put(name, value);
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatExceptionOfType(ClientRequestException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(code));
  }
}
