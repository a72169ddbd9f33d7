package io.coffer.cli.bill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillExportTest {

  private static final String BILL =
      """
      {"project_id": "p", "month": "2026-02", "region": "region-1", "currency": "USD", "total": "7.00",
       "billing_account_id": "d", "billing_account_name": "acme", "sub_account_name": "region-1",
       "begins_at": "2026-02-01T00:00:00.000+00:00", "ends_at": "2026-03-01T00:00:00.000+00:00",
       "closed_until": "2026-02-20T10:00:00.000+00:00",
       "lines": [
        {"vault_id": "v1", "vault_name": "NAME", "spec_code": "vault.backup.server.normal", "product_id": "1",
         "product_name": "Server backup vault", "measure": "capacity", "begins_at": "2026-02-03T01:00:00.000+00:00",
         "ends_at": "2026-02-20T10:00:00.000+00:00", "quantity": "25000.000000", "unit": "GB-Hours",
         "unit_price": "0.00028", "amount": "7.00"},
        {"vault_id": "v1", "vault_name": "NAME", "spec_code": "vault.backup.server.normal", "product_id": "1",
         "product_name": "Server backup vault", "measure": "capacity", "begins_at": "2026-02-03T01:00:00.000+00:00",
         "ends_at": "2026-02-20T10:00:00.000+00:00", "quantity": "100.000000", "unit": "GB-Hours",
         "unit_price": "0.00028", "amount": "0.00", "package_id": "k1", "package_spec_code": "pkg.1tb"}]}
      """;

  @Test
  void hasTheColumnsOfFocus() throws Exception {
    List<Map<String, String>> rows = rows(BillExport.focus.of(bill("web")));
    Map<String, String> paid = rows.get(0);
    Map<String, String> covered = rows.get(1);
    assertThat(paid.keySet()).containsAll(mandatory());
    assertThat(paid)
        .containsEntry("BilledCost", "7.00")
        .containsEntry("ListCost", "7")
        .containsEntry("ChargeCategory", "Usage")
        .containsEntry("ChargePeriodStart", "2026-02-03T01:00:00Z")
        .containsEntry("BillingPeriodEnd", "2026-03-01T00:00:00Z")
        .containsEntry("PricingCategory", "Standard")
        .containsEntry("CommitmentDiscountId", "")
        .containsEntry("SubAccountId", "p")
        .containsEntry("BillingAccountId", "d");
    assertThat(covered)
        .containsEntry("BilledCost", "0.00")
        .containsEntry("ListCost", "0.028")
        .containsEntry("PricingCategory", "Committed")
        .containsEntry("CommitmentDiscountId", "k1")
        .containsEntry("CommitmentDiscountCategory", "Usage")
        .containsEntry("CommitmentDiscountStatus", "Used")
        .containsEntry("CommitmentDiscountQuantity", "100.000000");
    assertThat(notNull().stream().filter(name -> paid.get(name).isEmpty())).isEmpty();
    assertThat(notNull().stream().filter(name -> covered.get(name).isEmpty())).isEmpty();
  }

  @Test
  void hasTheFieldsOfTheApi() throws Exception {
    assertThat(rows(BillExport.csv.of(bill("web"))).get(1))
        .containsEntry("vault_name", "web")
        .containsEntry("amount", "0.00")
        .containsEntry("package_spec_code", "pkg.1tb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1+1", "@SUM(A1)", "\tx", "\rx"})
  void writesNoFormula(String name) throws Exception {
    for (BillExport format : BillExport.values()) {
      assertThat(format.of(bill(name))).contains("'" + name).doesNotContain("," + name);
    }
  }

  @Test
  void quotesWhatWouldEndAField() {
    assertThat(Csv.line(Arrays.asList("a,b", "say \"x\"", null, "-1.50", "")))
        .isEqualTo("\"a,b\",\"say \"\"x\"\"\",,-1.50,\r\n");
  }

  @Test
  void isReadByPeople() throws Exception {
    assertThat(BillText.of(bill("we\u001bb")).replaceAll(" +", " "))
        .contains("Bill of 2026-02 for project p in region-1")
        .contains("Use until 2026-02-20 10:00")
        .contains("VAULT PRODUCT WHAT FROM UNTIL GB-HOURS PRICE PACKAGE USD")
        .contains(
            "we?b Server backup vault capacity 2026-02-03 01:00 2026-02-20 10:00 100.000 0.00028"
                + " pkg.1tb 0.00")
        .endsWith("total 7.00" + System.lineSeparator());
  }

  private static JsonNode bill(String name) throws Exception {
    ObjectMapper json = new ObjectMapper();
    return json.readTree(BILL.replace("\"NAME\"", json.writeValueAsString(name)));
  }

  private static List<Map<String, String>> rows(String csv) {
    String[] lines = csv.split("\r\n");
    String[] names = lines[0].split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String[] values = lines[i].split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      assertThat(values).hasSameSizeAs(names);
      Map<String, String> row = new HashMap<>();
      for (int k = 0; k < names.length; k++) {
        row.put(names[k], values[k]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static Set<String> notNull() {
    return Set.of(
        ("BilledCost BillingAccountId BillingCurrency BillingPeriodEnd BillingPeriodStart"
                + " ChargeCategory ChargePeriodEnd ChargePeriodStart ContractedCost EffectiveCost"
                + " InvoiceIssuerName ListCost ProviderName PublisherName ServiceCategory"
                + " ServiceName ServiceSubcategory ChargeDescription PricingUnit PricingQuantity")
            .split(" "));
  }

  private static Set<String> mandatory() {
    return Set.of(
        ("BilledCost BillingAccountId BillingAccountName BillingCurrency BillingPeriodEnd"
                + " BillingPeriodStart ChargeCategory ChargeClass ChargeDescription"
                + " ChargePeriodEnd ChargePeriodStart ContractedCost EffectiveCost"
                + " InvoiceIssuerName ListCost PricingQuantity PricingUnit ProviderName"
                + " PublisherName ServiceCategory ServiceName ConsumedQuantity ConsumedUnit"
                + " ChargeFrequency PricingCategory RegionId RegionName ResourceId ResourceName"
                + " ResourceType ServiceSubcategory SkuId SkuMeter SkuPriceDetails SkuPriceId"
                + " SubAccountId SubAccountName Tags ListUnitPrice ContractedUnitPrice"
                + " CommitmentDiscountCategory CommitmentDiscountId CommitmentDiscountName"
                + " CommitmentDiscountQuantity CommitmentDiscountStatus CommitmentDiscountType"
                + " CommitmentDiscountUnit")
            .split(" "));
  }
}
