package io.coffer.vault.subscription;

import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.Criteria;
import io.coffer.owner.page.Found;
import io.coffer.owner.page.ListAnswer;
import io.coffer.owner.page.Listing;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.page.Question;
import io.coffer.owner.page.SortKey;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** Subscriptions for readers: an extension of the API. */
@Path("/internal/projects/{project}/x-subscriptions")
@Produces(MediaType.APPLICATION_JSON)
public class SubscriptionReadResource {

  private static final Listing<SubscriptionRow> LISTING =
      new Listing<>(
          SubscriptionRow.class,
          List.of(
              new SortKey<>("r.createdAt", true, row -> row.createdAt),
              new SortKey<>("r.id", false, row -> row.id)));

  private final DeliveryStore deliveries;
  private final SubscriptionAnswers answers;

  SubscriptionReadResource(DeliveryStore deliveries, SubscriptionAnswers answers) {
    this.deliveries = deliveries;
    this.answers = answers;
  }

  @GET
  public Uni<ListAnswer> list(@RestPath String project, @Context UriInfo uri) {
    Parameters asked = new Parameters(uri.getQueryParameters());
    return ListAnswer.to(
        new Question<>(
            "subscriptions",
            LISTING,
            project,
            Criteria.of(project),
            Page.of(asked),
            (rows, most) -> views(project, rows)));
  }

  @GET
  @Path("/{id}")
  @WithSession
  public Uni<String> show(@RestPath String project, @RestPath String id) {
    return Found.by(
            id,
            subscriptionId -> answers.of(project, subscriptionId),
            SubscriptionNotFound::refused)
        .map(Answer::body);
  }

  private Uni<List<SubscriptionView>> views(String project, List<SubscriptionRow> rows) {
    return deliveries
        .counts(project)
        .map(
            counts ->
                rows.stream()
                    .map(
                        row ->
                            SubscriptionView.of(
                                row, counts.of(row.id, false), counts.of(row.id, true)))
                    .toList());
  }
}
