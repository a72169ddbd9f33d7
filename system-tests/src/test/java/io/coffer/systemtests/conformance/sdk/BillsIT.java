package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.conformance.Covers;
import io.coffer.systemtests.conformance.document.Answer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class BillsIT {

  private static final String PACKAGES = "/v3/{project_id}/backups/resource-package";

  private SignedCalls calls;

  @BeforeEach
  void connect(Sdk sdk) {
    calls = sdk.calls(sdk.stack().credentials(), sdk.project().id());
  }

  @Test
  @Covers({"ListBills", "ShowBill", "ListPrices"})
  void tellsWhatAMonthCostsAndWhatThingsCost() {
    assertThat(calls.ok("GET", "/v3/{project_id}/bills", null).has("bills")).isTrue();
    JsonNode bill = calls.ok("GET", "/v3/{project_id}/bills/2020-02", null).path("bill");
    assertThat(bill.path("total").asText()).isEqualTo("0.00");
    assertThat(bill.path("ends_at").asText()).isEqualTo("2020-03-01T00:00:00.000+00:00");
    assertThat(calls.refused("GET", "/v3/{project_id}/bills/2020-2", null).code())
        .isEqualTo("BackupService.9900");
    assertThat(calls.ok("GET", "/v3/{project_id}/prices", null).path("prices"))
        .extracting(price -> price.path("spec_code").asText())
        .contains("vault.backup.server.normal", "gaussdb.mysql.backup.pkg.1tb");
  }

  @Test
  @Covers({"ShowBackupResourcePackageFlavors", "CreateBackupResourcePackage"})
  void ordersAPackageThatIsListed() {
    JsonNode flavors = calls.ok("GET", PACKAGES + "/flavors", null).path("flavors");
    assertThat(flavors.at("/0/volume").isTextual()).isTrue();
    JsonNode order = calls.ok("POST", PACKAGES, order(Map.of()));
    assertThat(order.path("order_id").asText()).matches("CS[0-9]{10}[A-Z0-9]{5}");
    assertThat(order.path("spec_code").asText()).isEqualTo(flavors.at("/0/spec_code").asText());
    assertThat(order.path("num").asInt()).isEqualTo(1);
    assertThat(order.path("period_type").asText()).isEqualTo("year");
    assertThat(order.path("period_num").asInt()).isEqualTo(1);
  }

  @Test
  @Covers("CreateBackupResourcePackage")
  void refusesWhatIsMissingOrOutOfBoundsInTheWordsOfItsService() {
    refuses("num", Map.of("num", 0));
    refuses("num", Map.of("num", 11));
    refuses("spec_code", Map.of("spec_code", "gaussdb.mysql.backup.pkg.7tb"));
    refuses("charge_info.period_num", Map.of("charge_info", period("year", 6)));
    refuses("charge_info.period_num", Map.of("charge_info", period("month", 10)));
    refuses("charge_info.period_type", Map.of("charge_info", period("week", 1)));
    refuses("charge_info.period_type", Map.of("charge_info", Map.of("period_num", 1)));
    for (String field : new String[] {"spec_code", "num", "charge_info"}) {
      Map<String, Object> incomplete = order(Map.of());
      incomplete.remove(field);
      refuses(field, calls.refused("POST", PACKAGES, incomplete));
    }
  }

  private void refuses(String field, Map<String, Object> change) {
    refuses(field, calls.refused("POST", PACKAGES, order(change)));
  }

  private static void refuses(String field, Answer refusal) {
    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.code()).isEqualTo("DBS.280001");
    assertThat(refusal.parsed().path("error_msg").asText()).startsWith(field);
  }

  private static Map<String, Object> order(Map<String, Object> change) {
    Map<String, Object> order = new HashMap<>();
    order.put("spec_code", "gaussdb.mysql.backup.pkg.1tb");
    order.put("num", 1);
    order.put("charge_info", period("year", 1));
    order.putAll(change);
    return order;
  }

  private static Map<String, Object> period(String type, int number) {
    return Map.of(
        "period_type", type, "period_num", number, "is_auto_pay", false, "is_auto_renew", false);
  }
}
