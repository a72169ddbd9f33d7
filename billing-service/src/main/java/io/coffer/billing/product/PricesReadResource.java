package io.coffer.billing.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.coffer.owner.time.WireTime;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** What everything costs, and cost, in each region. */
@Path("/internal/projects/{project}/prices")
@Produces(MediaType.APPLICATION_JSON)
public class PricesReadResource {

  private final Tariff tariff;

  PricesReadResource(Tariff tariff) {
    this.tariff = tariff;
  }

  /** A price as everybody may read it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      String region,
      @JsonProperty("spec_code") String specCode,
      @JsonProperty("product_id") String productId,
      @JsonProperty("product_name") String productName,
      @JsonProperty("charging_mode") String chargingMode,
      String period,
      String amount,
      String currency,
      String unit,
      @JsonProperty("begins_at") String beginsAt,
      @JsonProperty("ends_at") String endsAt) {}

  /** All prices, those that hold no more too, in the order of the files. */
  @GET
  public Map<String, List<View>> list() {
    return Map.of("prices", tariff.prices().prices().stream().map(this::view).toList());
  }

  private View view(Price price) {
    Product product = tariff.products().find(price.specCode()).orElseThrow();
    return new View(
        price.region(),
        price.specCode(),
        product.productId(),
        product.name(),
        price.period().prePaid() ? "pre_paid" : "post_paid",
        price.period().word(),
        price.amount().getNumberStripped().toPlainString(),
        price.amount().getCurrency().getCurrencyCode(),
        product instanceof Product.Vault ? "GB" : "piece",
        WireTime.offset(price.from()),
        WireTime.offset(price.until()));
  }
}
