package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.conformance.Covers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the references of the two other services and the chapter of changes send, to the letter, and
 * what they show as the answer, field by field. Those of orders of vaults are with combined orders.
 */
@ExtendWith(SdkTests.class)
class ReferenceExamplesIT {

  private static final String ORDER_ID = "CS[0-9]{10}[A-Z0-9]{5}";
  private static final Map<String, String> LANGUAGE = Map.of("X-Language", "en-us");

  private Project project;
  private OrderSide orders;

  @BeforeEach
  void connect(Sdk sdk) {
    project = sdk.project();
    orders = new OrderSide(project);
  }

  @Test
  @Covers("CreateBackupResourcePackage")
  void ofAResourcePackage() {
    JsonNode ordered =
        project
            .send(
                "POST",
                "/backups/resource-package",
                json(
                    """
                    {"spec_code": "gaussdb.mysql.backup.pkg.1tb", "num": 1, "charge_info":
                      {"period_type": "year", "period_num": 1, "is_auto_pay": false, "is_auto_renew": false}}
                    """),
                LANGUAGE)
            .expect(200);
    answers(
        ordered,
        "order_id",
        """
        {"order_id": "", "spec_code": "gaussdb.mysql.backup.pkg.1tb", "num": 1,
          "period_type": "year", "period_num": 1}
        """);
  }

  @Test
  @Covers("CreateDbOmInstancePeriod")
  void ofAnInstance() {
    JsonNode ordered =
        project
            .ofDomain(
                "POST",
                "/" + project.id() + "/db-om/charge/period/order",
                json(
                    """
                    {"flavor_ref": "s6.2xlarge.2", "name": "DBSS-f5e1",
                      "vpc_id": "21f3dac4-f460-4173-ba5e-cb7a0d528605",
                      "availability_zone": "cn-north-7c,cn-north-7c",
                      "nics": [{"subnet_id": "cbed162e-045a-4afd-aa2b-0da11219989c"}],
                      "security_groups": [{"id": "0070ec22-bae4-4df3-af3d-9f928297b3b7"}],
                      "cloud_service_type": "hws.service.type.dbss", "charging_mode": 0,
                      "period_type": 2, "period_num": 1, "subscription_num": 1, "is_auto_renew": 0,
                      "promotion_info": "", "product_infos": [{
                        "product_id": "OFFI10097xxxxxxxxxxxx693761",
                        "cloud_service_type": "hws.service.type.dbss",
                        "resource_type": "hws.resource.type.dbss.opsmgmt",
                        "resource_spec_code": "dbss.opsmgmt.high",
                        "product_spec_desc": "{\\"specDesc\\":{\\"zh-cn\\":{\\" Host name \\":\\"DBSS-f5e1\\"},\\"en-us\\":{\\"VPC\\":\\"VPC-IPV4-Do not enable ipv6\\"}}}"}],
                      "region_id": "cn-north-7", "hx_password": "Firelxxxxxxx123!",
                      "asset_nums": 10, "image_business_type": 1,
                      "public_ip": {"id": "df0d32e1-671e-482b-bafd-413fa67d3add", "eip": null},
                      "enterprise_project_id": "0"}
                    """))
            .expect(200);
    answers(
        ordered, "order_id", "{\"description\": \"Success\", \"code\": \"0\", \"order_id\": \"\"}");
  }

  /** The status code is a text in the table, which clients keep to, and a number in the example. */
  @Test
  @Covers("UpdateOrder")
  void ofAChangeOfCapacity() {
    ObjectNode order = Vaults.request("to be changed");
    order
        .withObject("/vault/billing")
        .put("charging_mode", "pre_paid")
        .put("period_type", "month")
        .put("period_num", 1)
        .put("is_auto_pay", true);
    JsonNode bought = project.post("/vaults/order", order).expect(200).at("/orders/0");
    orders.awaitStatus(bought.path("orderId").asText(), 5);
    String change =
        """
        {"resourceId": "%s", "productInfo": {"productId": "00301-231147-0--0",
          "resourceSpecCode": "vault.backup.server.normal", "resourceSize": 50,
          "resourceSizeMeasureId": 17}}
        """
            .formatted(bought.path("resourceId").asText());
    String path = "/orders/" + bought.path("orderId").asText();
    JsonNode changed = project.send("PUT", path, json(change), Map.of()).expect(200);
    answers(changed, "orderId", "{\"orderId\": \"\", \"retCode\": \"0\", \"retMsg\": \"success\"}");
    orders.awaitStatus(changed.path("orderId").asText(), 5);
    orders.awaitStatus(orders.unsubscribe(bought.path("resourceId").asText()), 5);
  }

  /** All fields are as shown, but the id of the order, which has the form of one. */
  private static void answers(JsonNode answer, String id, String shown) {
    assertThat(answer.path(id).asText()).matches(ORDER_ID);
    assertThat(((ObjectNode) answer.deepCopy()).put(id, "")).isEqualTo(json(shown));
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
