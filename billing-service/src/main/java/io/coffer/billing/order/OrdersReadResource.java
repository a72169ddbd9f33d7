package io.coffer.billing.order;

import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.Criteria;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.Parameters;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/** Orders of a domain, for readers. */
@Path("/internal/projects/{domain}/customer-orders")
@Produces(MediaType.APPLICATION_JSON)
public class OrdersReadResource {

  private final OrderStore orders;

  OrdersReadResource(OrderStore orders) {
    this.orders = orders;
  }

  @GET
  @WithSession
  public Uni<String> list(@RestPath String domain, @Context UriInfo uri) {
    Parameters asked = new Parameters(uri.getQueryParameters());
    Criteria criteria = OrderQuery.criteria(domain, asked);
    return orders
        .page(criteria, Page.of(asked))
        .chain(
            rows ->
                orders
                    .total(criteria)
                    .map(
                        total ->
                            Answer.ok(
                                    Map.of(
                                        "order_infos",
                                        rows.stream().map(OrderView::of).toList(),
                                        "total_count",
                                        total))
                                .body()));
  }

  @GET
  @Path("/details/{orderId}")
  @WithSession
  public Uni<String> show(@RestPath String domain, @RestPath String orderId) {
    return orders
        .row(domain, orderId)
        .onItem()
        .ifNull()
        .failWith(() -> OrderNotFound.refused(orderId))
        .map(
            row ->
                Answer.ok(
                        Map.of(
                            "total_count",
                            row.lines.size(),
                            "order_info",
                            OrderView.of(row),
                            "order_line_items",
                            OrderView.lines(row)))
                    .body());
  }
}
