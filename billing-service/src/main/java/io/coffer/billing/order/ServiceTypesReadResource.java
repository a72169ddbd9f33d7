package io.coffer.billing.order;

import io.coffer.billing.product.Product;
import io.coffer.billing.product.Products;
import io.coffer.messaging.decision.Answer;
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
import java.util.stream.Stream;

/** The services of which something is for sale. */
@Path("/internal/projects/{domain}/service-types")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceTypesReadResource {

  private final List<Map<String, String>> services;

  ServiceTypesReadResource(Products products) {
    services =
        Stream.of(
                service(products, Product.Vault.class, "cbr", "Cloud Backup and Recovery"),
                service(products, Product.ResourcePackage.class, "gaussdb", "TaurusDB"),
                service(products, Product.Instance.class, "dbss", "Database Security Service"))
            .flatMap(stream -> stream)
            .toList();
  }

  @GET
  public String list(@Context UriInfo uri) {
    Page page = Page.of(new Parameters(uri.getQueryParameters()));
    return Answer.ok(
            Map.of(
                "service_types",
                services.stream().skip(page.offset()).limit(page.limit()).toList(),
                "total_count",
                services.size()))
        .body();
  }

  private static Stream<Map<String, String>> service(
      Products products, Class<? extends Product> kind, String code, String name) {
    return products.of(kind).isEmpty()
        ? Stream.empty()
        : Stream.of(
            Map.of("service_type_code", "hws.service.type." + code, "service_type_name", name));
  }
}
