package io.coffer.scheduler.organizationpolicy;

import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.Found;
import io.coffer.owner.page.ListAnswer;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.page.Question;
import io.quarkus.hibernate.reactive.panache.Panache;
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

/**
 * Organizational policies for readers (chapter 4.9). They belong to an account, whose id stands
 * where other nouns have a project's.
 */
@Path("/internal/projects/{domain}/organization-policies")
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationPoliciesReadResource {

  private final OrganizationPolicyStore policies;
  private final DeliveryStore deliveries;
  private final OrganizationPolicyAnswers answers;

  OrganizationPoliciesReadResource(
      OrganizationPolicyStore policies,
      DeliveryStore deliveries,
      OrganizationPolicyAnswers answers) {
    this.policies = policies;
    this.deliveries = deliveries;
    this.answers = answers;
  }

  @GET
  public Uni<ListAnswer> list(@RestPath String domain, @Context UriInfo uri) {
    Parameters asked = new Parameters(uri.getQueryParameters());
    return ListAnswer.to(
        new Question<>(
            "policies",
            OrganizationPolicyQuery.POLICIES,
            domain,
            OrganizationPolicyQuery.policies(domain, asked),
            Page.of(asked),
            (rows, most) -> views(domain, rows)));
  }

  @GET
  @Path("/{id}")
  @WithSession
  public Uni<String> show(@RestPath String domain, @RestPath String id) {
    return Found.by(
            id, policyId -> answers.of(domain, policyId), OrganizationPolicyNotFound::refused)
        .map(Answer::body);
  }

  @GET
  @Path("/{id}/policy-detail")
  public Uni<ListAnswer> detail(
      @RestPath String domain, @RestPath String id, @Context UriInfo uri) {
    Parameters asked = new Parameters(uri.getQueryParameters());
    return Found.by(
            id,
            policyId -> Panache.withSession(() -> policies.of(domain, policyId)),
            OrganizationPolicyNotFound::refused)
        .chain(
            policy ->
                ListAnswer.to(
                    new Question<>(
                        "policies",
                        OrganizationPolicyQuery.DELIVERIES,
                        domain,
                        OrganizationPolicyQuery.deliveries(domain, policy.id),
                        Page.of(asked),
                        (rows, most) ->
                            Uni.createFrom()
                                .item(
                                    rows.stream().map(OrganizationPolicyView::detail).toList()))));
  }

  private Uni<List<OrganizationPolicyView>> views(String domain, List<OrganizationPolicyRow> rows) {
    return deliveries
        .ofPolicies(domain, rows.stream().map(row -> row.id).toList())
        .map(
            all ->
                rows.stream()
                    .map(row -> OrganizationPolicyView.of(row, all.getOrDefault(row.id, List.of())))
                    .toList());
  }
}
