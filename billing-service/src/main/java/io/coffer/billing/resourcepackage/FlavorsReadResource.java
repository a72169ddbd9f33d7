package io.coffer.billing.resourcepackage;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.coffer.billing.product.Product;
import io.coffer.billing.product.Products;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.Parameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** Which resource packages may be bought, in the order of the files. */
@Path("/internal/projects/{project}/backups/resource-package/flavors")
@Produces(MediaType.APPLICATION_JSON)
public class FlavorsReadResource {

  private final Products products;

  FlavorsReadResource(Products products) {
    this.products = products;
  }

  /**
   * A package as everybody may read it.
   *
   * @param volume gigabytes, as a text
   */
  record Flavor(@JsonProperty("spec_code") String specCode, String volume) {}

  @GET
  public Map<String, List<Flavor>> list(@Context UriInfo asked) {
    Page page = Page.of(new Parameters(asked.getQueryParameters()));
    return Map.of(
        "flavors",
        products.of(Product.ResourcePackage.class).stream()
            .skip(page.offset())
            .limit(page.limit())
            .map(one -> new Flavor(one.specCode(), Integer.toString(one.volumeGb())))
            .toList());
  }
}
