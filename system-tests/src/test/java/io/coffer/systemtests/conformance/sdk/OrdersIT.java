package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.conformance.Covers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class OrdersIT {

  private Sdk sdk;
  private CbrClient client;
  private OrderSide orders;

  @BeforeEach
  void connect(Sdk given) {
    sdk = given;
    client = given.client();
    orders = new OrderSide(given.project());
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
    assertThat(orders.domain("GET", "/products/service-types?limit=1", null).path("service_types"))
        .hasSize(1);
    BigDecimal before = orders.balance();
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
    orders.awaitStatus(order, 5);
    String vault = orders.resource(order);
    assertThat(answer.getOrders().get(0).getResourceId()).isEqualTo(vault);
    assertThat(orders.balance()).isEqualByComparingTo(before.subtract(new BigDecimal("17.00")));

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
    String end = orders.unsubscribe(vault);
    orders.awaitStatus(end, 5);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> refused("BackupService.6105", () -> client.showVault(show)));
    assertThat(orders.balance())
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
    assertThat(orders.status(ordered.getOrderId())).isEqualTo(6);
    String vault = ordered.getResourceId();
    refused(
        "BackupService.6105", () -> client.showVault(new ShowVaultRequest().withVaultId(vault)));
    orders.domain(
        "POST", "/orders/customer-orders/pay", OrderSide.field("order_id", ordered.getOrderId()));
    orders.awaitStatus(ordered.getOrderId(), 5);

    String other = order(new VaultOrder()).getOrderId();
    orders.domain("PUT", "/orders/customer-orders/cancel", OrderSide.field("order_id", other));
    assertThat(orders.status(other)).isEqualTo(4);
    assertThat(
            orders
                .domain("GET", "/orders/customer-orders?status=4&order_id=" + other, null)
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
    orders.awaitStatus(larger, 5);
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
    orders.awaitStatus(back, 5);
    assertThat(size(vault)).isEqualTo(50);

    String renewal = "/orders/subscriptions/resources/autorenew/" + vault;
    sdk.project().ofDomain("POST", renewal, null).expect(204);
    sdk.project().ofDomain("DELETE", renewal, null).expect(204);
    String ends = orders.subscription(vault).path("expire_time").asText();
    String further =
        orders
            .domain("POST", "/orders/subscriptions/resources/renew", OrderSide.renewal(vault, 3, 1))
            .at("/order_ids/0")
            .asText();
    orders.awaitStatus(further, 5);
    assertThat(orders.details(further).at("/order_info/order_type").asInt()).isEqualTo(2);
    assertThat(orders.subscription(vault).path("expire_time").asText())
        .startsWith(Integer.toString(Integer.parseInt(ends.substring(0, 4)) + 1));
    for (ObjectNode wrong :
        List.of(
            OrderSide.renewal(vault, 1, 1),
            OrderSide.renewal(vault, 2, 10),
            OrderSide.renewal(vault, 3, 6))) {
      sdk.project().ofDomain("POST", "/orders/subscriptions/resources/renew", wrong).expect(400);
    }
    orders.awaitStatus(orders.unsubscribe(vault), 5);
  }

  @Test
  @Covers("CreatePostPaidVault")
  void refundsWhatCannotBeMade() throws Exception {
    LocalServer server =
        LocalServer.create(sdk.stack(), sdk.project(), "taken", List.of(new byte[100]));
    client.createVault(Requests.create(Requests.vault("holds it", server.id())));
    BigDecimal before = orders.balance();
    CbcOrderResult ordered =
        order(
            new VaultOrder()
                .withResources(Requests.resources(Requests.SERVER, server.id()))
                .withBilling(billing().withIsAutoPay(true)));
    orders.awaitStatus(ordered.getOrderId(), 4);
    assertThat(orders.balance()).isEqualByComparingTo(before);
    assertThat(orders.details(ordered.getOrderId()).at("/order_line_items/0/error_code").asText())
        .isEqualTo("BackupService.6103");
  }

  @Test
  @Covers("ChangeVaultChargeMode")
  void hasAVaultPaidInAdvanceThatWasPaidByUse() {
    String vault = client.createVault(Requests.create(Requests.vault("v"))).getVault().getId();
    ObjectNode body =
        OrderSide.field("period_type", "year").put("period_num", 1).put("is_auto_pay", true);
    body.putArray("vault_ids").add(vault);
    JsonNode answer = sdk.project().post("/vaults/change-charge-mode", body).expect(200);
    assertThat(answer.path("retCode").asInt(7)).isZero();
    orders.awaitStatus(answer.path("orderId").asText(), 5);
    assertThat(orders.resource(answer.path("orderId").asText())).isEqualTo(vault);
    sdk.project().post("/vaults/change-charge-mode", body).expect(400);
    orders.awaitStatus(orders.unsubscribe(vault), 5);
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
    ObjectNode nobody = OrderSide.field("unsubscribe_type", "1").put("unsubscribe_type", 1);
    nobody.putArray("resource_ids").add("11111111-1111-4111-8111-111111111111");
    sdk.project()
        .ofDomain("POST", "/orders/subscriptions/resources/unsubscribe", nobody)
        .expect(404);
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

  private int size(String vault) {
    return client
        .showVault(new ShowVaultRequest().withVaultId(vault))
        .getVault()
        .getBilling()
        .getSize();
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatExceptionOfType(ClientRequestException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(code));
  }
}
