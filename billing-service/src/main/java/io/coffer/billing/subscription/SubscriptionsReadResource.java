package io.coffer.billing.subscription;

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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** What a domain bought for a time, for readers. */
@Path("/internal/projects/{domain}/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
public class SubscriptionsReadResource {

  private final SubscriptionStore subscriptions;

  SubscriptionsReadResource(SubscriptionStore subscriptions) {
    this.subscriptions = subscriptions;
  }

  @GET
  @WithSession
  public Uni<String> list(@RestPath String domain, @Context UriInfo uri) {
    Parameters asked = new Parameters(uri.getQueryParameters());
    Criteria criteria =
        Criteria.of(domain)
            .equal("orderId", asked.text("order_id"))
            .in(
                "id",
                asked.texts("resource_id").stream()
                    .map(Parameters::id)
                    .flatMap(Optional::stream)
                    .toList());
    return subscriptions
        .page(criteria, Page.of(asked))
        .chain(
            rows ->
                subscriptions
                    .total(criteria)
                    .map(
                        total ->
                            Answer.ok(
                                    Map.of(
                                        "data",
                                        rows.stream().map(SubscriptionView::of).toList(),
                                        "total_count",
                                        total))
                                .body()));
  }
}
