package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.conformance.Covers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SdkTests.class)
class DatabaseOmIT extends DatabaseOmCustomer {

  @Test
  @Covers({
    "CreateDbOmInstancePeriod",
    "ListInstances",
    "StopDbOmInstance",
    "StartDbOmInstance",
    "RebootDbOmInstance",
    "UpdateDbOmInstanceName",
    "ChangeDbOmSecurityGroup",
    "BindDbOmEip",
    "UnbindDbOmEip",
    "ResetDbOmPassword",
    "DeleteDbOmInstance"
  })
  void livesAnInstanceFromItsOrderToItsEnd() {
    String id = bought();
    JsonNode shown = om.instances(name).get(0);
    assertThat(shown.path("charge_model").asText()).isEqualTo("Period");
    assertThat(shown.path("is_active_standby").asBoolean()).isTrue();
    // The project has its instance a moment before the account notes until when it is paid.
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(om.instances(name).get(0).path("remain_days").asText())
                    .matches("2[89]|3[01]"));

    om.does("POST", id, "stop", null);
    comesTo("SHUTOFF NO_TASK");
    refused(400, "DBS.200011", "POST", id, "stop", null);
    om.does("POST", id, "start", null);
    comesTo("ACTIVE NO_TASK");
    om.does("POST", id, "reboot", null);
    comesTo("ACTIVE NO_TASK");

    om.does("PUT", id, "name", Map.of("new_name", name + "-2"));
    name += "-2";
    om.does("PUT", id, "security-group", Map.of("security_group_ids", List.of("g1", "g2")));
    om.does("POST", id, "eip/unbind", null);
    om.does("POST", id, "eip/bind", Map.of("eip", "203.0.113.7", "eip_id", "e-7"));
    JsonNode changed = om.instances(name).get(0);
    assertThat(changed.path("public_ip").asText()).isEqualTo("203.0.113.7");
    assertThat(changed.at("/detail/server/0/security_group_id").asText()).isEqualTo("g1,g2");
    om.does(
        "POST",
        id,
        "password/reset",
        Map.of("user_name", "sysadmin", "new_password", "Another-pass-1"));

    om.does("DELETE", id, "", null);
    comesTo("");
    refused(404, "DBS.200002", "POST", id, "start", null);
  }

  @Test
  @Covers({"CreateDbOmInstancePeriod"})
  void makesNothingBeforeItIsPaid() {
    JsonNode ordered = om.place(DatabaseOm.order(name, PASSWORD));
    assertThat(ordered.path("code").asText()).isEqualTo("0");
    assertThat(ordered.path("description").asText()).isEqualTo("Success");
    assertThat(om.instances(name)).isEmpty();
  }

  @Test
  @Covers({
    "CreateDbOmInstancePeriod",
    "ResetDbOmPassword",
    "UpdateDbOmInstanceName",
    "ChangeDbOmSecurityGroup",
    "BindDbOmEip",
    "UnbindDbOmEip",
    "DeleteDbOmInstance",
    "RebootDbOmInstance"
  })
  void saysWhatIsWrongInTheShapeOfItsService() {
    for (String field :
        List.of("hx_password", "name", "nics", "product_infos", "is_auto_renew", "vpc_id")) {
      Map<String, Object> order = DatabaseOm.order(name, PASSWORD);
      order.remove(field);
      assertRefusal(om.refusedOrder(order), 400, "DBS.200001", field + " is mandatory.");
    }
    wrong("is_auto_renew", true, "is_auto_renew must be ");
    wrong("charging_mode", 1, "charging_mode must be 0 to 0.");
    wrong("subscription_num", 2, "subscription_num must be 1 to 1.");
    wrong("period_type", 4, "period_type must be 2 to 3.");
    wrong("asset_nums", 31, "asset_nums must be 1 to 30 for dbss.opsmgmt.high.");
    wrong("flavor_ref", "s6.xlarge.2", "flavor_ref must be one of ");
    wrong(
        "product_infos",
        List.of(DatabaseOm.edition("dbss.unheard.of")),
        "product_infos[0].resource_spec_code must be one of ");
    wrong("hx_password", "all small letters", "hx_password must ");

    String nobody = UUID.randomUUID().toString();
    refused(404, "DBS.200002", "DELETE", nobody, "", null);
    refused(404, "DBS.200002", "POST", nobody, "reboot", null);
    refused(404, "DBS.200002", "POST", nobody, "eip/unbind", null);
    refused(404, "DBS.200002", "PUT", nobody, "name", Map.of("new_name", "n"));
    refused(400, "DBS.200001", "PUT", nobody, "name", Map.of("new_name", "a b"));
    refused(400, "DBS.200001", "PUT", nobody, "security-group", Map.of("other", 1));
    refused(400, "DBS.200001", "POST", nobody, "eip/bind", Map.of("eip", "203.0.113.7"));
    refused(400, "DBS.200001", "POST", nobody, "password/reset", Map.of("user_name", "u"));
  }

  @Test
  @Covers({"CreateDbOmInstancePeriod", "ListInstances", "StopDbOmInstance", "DeleteDbOmInstance"})
  void isWorkedWithOnTheCommandLine(@TempDir Path directory) throws Exception {
    String file = Files.writeString(directory.resolve("password"), PASSWORD + "\n").toString();
    JsonNode ordered =
        dbom("order", name, "--pay", "--edition=dbss.opsmgmt.basic", "--password-file", file);
    assertThat(ordered.path("order_id").asText()).matches("CS[0-9]{10}[A-Z0-9]{5}");
    comesTo("ACTIVE NO_TASK");
    assertThat(dbom("stop", name).path("result").asText()).isEqualTo("success");
    comesTo("SHUTOFF NO_TASK");
    assertThat(sdk.stack().coffer("dbom", "list").ok().out())
        .containsPattern(name + " +dbss.opsmgmt.basic +SHUTOFF");
    dbom("delete", name);
    comesTo("");
  }

  private JsonNode dbom(String... arguments) {
    List<String> all = new ArrayList<>(List.of("dbom"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("-o", "json"));
    return sdk.stack().coffer(all.toArray(String[]::new)).ok().json();
  }

  private void wrong(String field, Object value, String message) {
    Map<String, Object> order = DatabaseOm.order(name, PASSWORD);
    order.put(field, value);
    assertRefusal(om.refusedOrder(order), 400, "DBS.200001", message);
  }
}
