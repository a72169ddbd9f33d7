package io.coffer.cli.bill;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The columns of the FinOps Open Cost and Usage Specification, version 1.1, for what a project
 * uses. What a resource package covers is a commitment that was used: it is not billed, and its
 * list cost is what it would have cost.
 */
final class FocusColumns {

  private static final String PROVIDER = "Coffer";

  private FocusColumns() {}

  static Map<String, BiFunction<JsonNode, JsonNode, String>> all() {
    Columns columns = new Columns();
    charge(columns);
    commitment(columns);
    quantity(columns);
    resource(columns);
    return columns.map();
  }

  private static void charge(Columns columns) {
    columns
        .ofLine("BilledCost", "amount")
        .ofBill("BillingAccountId", "billing_account_id")
        .ofBill("BillingAccountName", "billing_account_name")
        .ofBill("BillingCurrency", "currency")
        .column("BillingPeriodEnd", (bill, line) -> time(bill, "ends_at"))
        .column("BillingPeriodStart", (bill, line) -> time(bill, "begins_at"))
        .always("ChargeCategory", "Usage")
        .always("ChargeClass", null)
        .column("ChargeDescription", FocusColumns::description)
        .always("ChargeFrequency", "Usage-Based")
        .column("ChargePeriodEnd", (bill, line) -> time(line, "ends_at"))
        .column("ChargePeriodStart", (bill, line) -> time(line, "begins_at"));
  }

  private static void commitment(Columns columns) {
    columns
        .column("CommitmentDiscountCategory", (bill, line) -> committed(line, "Usage"))
        .ofLine("CommitmentDiscountId", "package_id")
        .ofLine("CommitmentDiscountName", "package_spec_code")
        .column(
            "CommitmentDiscountQuantity",
            (bill, line) -> committed(line, line.path("quantity").asText()))
        .column("CommitmentDiscountStatus", (bill, line) -> committed(line, "Used"))
        .column("CommitmentDiscountType", (bill, line) -> committed(line, "Resource package"))
        .column(
            "CommitmentDiscountUnit", (bill, line) -> committed(line, line.path("unit").asText()));
  }

  private static void quantity(Columns columns) {
    columns
        .ofLine("ConsumedQuantity", "quantity")
        .ofLine("ConsumedUnit", "unit")
        .column("ContractedCost", FocusColumns::listCost)
        .ofLine("ContractedUnitPrice", "unit_price")
        .ofLine("EffectiveCost", "amount")
        .always("InvoiceIssuerName", PROVIDER)
        .column("ListCost", FocusColumns::listCost)
        .ofLine("ListUnitPrice", "unit_price")
        .column(
            "PricingCategory",
            (bill, line) -> line.hasNonNull("package_id") ? "Committed" : "Standard")
        .ofLine("PricingQuantity", "quantity")
        .ofLine("PricingUnit", "unit")
        .always("ProviderName", PROVIDER)
        .always("PublisherName", PROVIDER);
  }

  private static void resource(Columns columns) {
    columns
        .ofBill("RegionId", "region")
        .ofBill("RegionName", "region")
        .ofLine("ResourceId", "vault_id")
        .ofLine("ResourceName", "vault_name")
        .always("ResourceType", "Vault")
        .always("ServiceCategory", "Storage")
        .always("ServiceName", "Cloud Backup and Recovery")
        .always("ServiceSubcategory", "Backup Storage")
        .ofLine("SkuId", "spec_code")
        .ofLine("SkuMeter", "measure")
        .column("SkuPriceDetails", (bill, line) -> null)
        .column(
            "SkuPriceId",
            (bill, line) ->
                line.path("spec_code").asText() + "/hour/" + bill.path("region").asText())
        .ofBill("SubAccountId", "project_id")
        .ofBill("SubAccountName", "sub_account_name")
        .always("Tags", null);
  }

  private static String committed(JsonNode line, String value) {
    return line.hasNonNull("package_id") ? value : null;
  }

  private static String description(JsonNode bill, JsonNode line) {
    String covered =
        line.hasNonNull("package_id")
            ? ", taken from package " + line.path("package_spec_code").asText()
            : "";
    return line.path("product_name").asText(line.path("spec_code").asText())
        + ", "
        + line.path("measure").asText()
        + covered;
  }

  private static String listCost(JsonNode bill, JsonNode line) {
    return line.hasNonNull("unit_price")
        ? new BigDecimal(line.path("quantity").asText())
            .multiply(new BigDecimal(line.path("unit_price").asText()))
            .stripTrailingZeros()
            .toPlainString()
        : "0";
  }

  /** As the specification writes times, without a part of a second. */
  private static String time(JsonNode node, String field) {
    return node.path(field).asText().replaceFirst("\\.[0-9]{3}\\+00:00$", "Z");
  }
}
