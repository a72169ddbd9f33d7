package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.conformance.Covers;
import io.coffer.systemtests.conformance.document.Answer;
import io.coffer.systemtests.stack.RunningStack;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SdkTests.class)
class BillsIT {

  private static final String PACKAGES = "/v3/{project_id}/backups/resource-package";

  private static final String STATEMENT = "/accounts/customer-accounts/account-change-records";
  private static final String PRICE = "/order_info/amount_after_discount";

  private RunningStack stack;
  private SignedCalls calls;
  private OrderSide orders;

  @BeforeEach
  void connect(Sdk sdk) {
    stack = sdk.stack();
    orders = new OrderSide(sdk.project());
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
  @Covers({"ListCustomerAccountChangeRecords", "CreateBackupResourcePackage"})
  void listsWhatTheAccountPaidAndHadThen() {
    String order =
        calls
            .ok("POST", PACKAGES, order(Map.of("charge_info", paidAtOnce())))
            .path("order_id")
            .asText();
    JsonNode statement = orders.domain("GET", STATEMENT, null);
    JsonNode records = statement.path("records");
    assertThat(records).hasSize(statement.path("total_count").asInt());
    assertThat(records)
        .filteredOn(one -> one.path("trade_id").asText().equals(order))
        .singleElement()
        .satisfies(
            paid -> {
              assertThat(paid.path("trade_detail_type").asText()).isEqualTo("payment");
              assertThat(paid.path("revenue_expense_type").asText()).isEqualTo("EXPENSE");
              assertThat(paid.path("change_amount").asText())
                  .isEqualTo("-" + orders.details(order).at(PRICE).asText());
            });
    BigDecimal before = BigDecimal.ZERO;
    for (int i = records.size() - 1; i >= 0; i--) {
      before = before.add(new BigDecimal(records.at("/" + i + "/change_amount").asText()));
      assertThat(records.at("/" + i + "/balance_after_change").asText())
          .isEqualTo(before.toPlainString());
    }
    assertThat(orders.domain("GET", STATEMENT + "?limit=1&offset=1", null).at("/records/0"))
        .isIn(records);
    assertThat(orders.domain("GET", STATEMENT + "?balance_type=BALANCE_TYPE_CREDIT", null))
        .hasSize(2);
    assertThat(stack.coffer("account", "statement").ok().out()).contains(order);
  }

  @Test
  @Covers({"PayOrders", "ShowCustomerOrderDetails", "ShowCustomerAccountBalances", "ShowBill"})
  void isReadAndPaidOnTheCommandLine() {
    String order = calls.ok("POST", PACKAGES, order(Map.of())).path("order_id").asText();
    assertThat(json("order", "show", order).at("/order_info/status").asInt()).isEqualTo(6);
    stack.coffer("order", "pay", order).ok();
    orders.awaitStatus(order, 5);
    assertThat(stack.coffer("order", "list", "--status", "5").ok().out())
        .containsPattern(order + " +1 +5 +[0-9.]+ +USD");
    assertThat(json("account").at("/0/amount").asText()).matches("[0-9]+\\.[0-9]{2}");
    assertThat(json("price", "list")).isNotEmpty();
    assertThat(stack.coffer("bill", "show", "2020-02").ok().out())
        .contains("Bill of 2020-02", "Nothing was used.");
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

  private JsonNode json(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("-o", "json"));
    return stack.coffer(all.toArray(String[]::new)).ok().json();
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

  private static Map<String, Object> paidAtOnce() {
    return Map.of("period_type", "month", "period_num", 1, "is_auto_pay", true);
  }

  private static Map<String, Object> period(String type, int number) {
    return Map.of(
        "period_type", type, "period_num", number, "is_auto_pay", false, "is_auto_renew", false);
  }
}
