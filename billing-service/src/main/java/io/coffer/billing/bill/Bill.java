package io.coffer.billing.bill;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;

/**
 * What a project is charged for a month, as everybody may read it. The amounts of the lines add up
 * to the total.
 *
 * @param id made of project, month and currency
 * @param closedUntil until when hours are in it; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Bill(
    UUID id,
    @JsonProperty("project_id") String projectId,
    String month,
    @JsonProperty("begins_at") String beginsAt,
    @JsonProperty("ends_at") String endsAt,
    @JsonProperty("closed_until") String closedUntil,
    String region,
    String currency,
    String total,
    List<Line> lines) {

  /**
   * What a vault used of one thing at one price.
   *
   * @param quantity gigabytes times hours, rounded to a millionth for the eye
   * @param unitPrice of a gigabyte for an hour, also where a package covers it; null where nobody
   *     sells it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      @JsonProperty("vault_id") UUID vaultId,
      @JsonProperty("vault_name") String vaultName,
      @JsonProperty("spec_code") String specCode,
      @JsonProperty("product_id") String productId,
      @JsonProperty("product_name") String productName,
      String measure,
      @JsonProperty("begins_at") String beginsAt,
      @JsonProperty("ends_at") String endsAt,
      String quantity,
      String unit,
      @JsonProperty("unit_price") String unitPrice,
      String amount,
      @JsonProperty("package_id") UUID packageId,
      @JsonProperty("package_spec_code") String packageSpecCode) {}
}
