package io.coffer.scheduler.policy;

import static java.util.stream.Collectors.groupingBy;

import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.Found;
import io.coffer.owner.page.ListAnswer;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.page.Question;
import io.coffer.scheduler.association.Association;
import io.coffer.scheduler.association.AssociationStore;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Policies for readers (chapter 4.8). */
@Path("/internal/projects/{project}/policies")
@Produces(MediaType.APPLICATION_JSON)
public class PoliciesReadResource {

  private final PolicyStore policies;
  private final AssociationStore associations;
  private final PolicyAnswers answers;

  PoliciesReadResource(PolicyStore policies, AssociationStore associations, PolicyAnswers answers) {
    this.policies = policies;
    this.associations = associations;
    this.answers = answers;
  }

  @GET
  public Uni<ListAnswer> list(@RestPath String project, @Context UriInfo uri) {
    Parameters asked = new Parameters(uri.getQueryParameters());
    return ListAnswer.to(
        new Question<>(
            "policies",
            PolicyQuery.LISTING,
            project,
            PolicyQuery.criteria(project, asked),
            Page.of(asked),
            (rows, most) -> views(project, rows, most)));
  }

  @GET
  @Path("/{id}")
  @WithSession
  public Uni<String> show(@RestPath String project, @RestPath String id) {
    return Found.by(id, policyId -> answers.of(project, policyId), PolicyNotFound::refused)
        .map(Answer::body);
  }

  /** Whether it makes backups or copies of them. */
  @GET
  @Path("/{id}/operation-type")
  @WithSession
  public Uni<String> operationType(@RestPath String project, @RestPath String id) {
    return Found.by(id, policyId -> policies.state(project, policyId), PolicyNotFound::refused)
        .map(policy -> Answer.ok(policy.settings().operationType()).body());
  }

  private Uni<List<PolicyView>> views(String project, List<PolicyRow> rows, int mostAssociations) {
    return rows.size() == 1 ? view(project, rows.get(0)) : some(project, rows, mostAssociations);
  }

  private Uni<List<PolicyView>> view(String project, PolicyRow row) {
    return associations
        .ofPolicy(project, row.id, PolicyView.MOST_VAULTS)
        .map(applied -> List.of(PolicyView.of(row, applied)));
  }

  private Uni<List<PolicyView>> some(String project, List<PolicyRow> rows, int mostAssociations) {
    return associations
        .ofPolicies(project, rows.stream().map(row -> row.id).toList(), mostAssociations)
        .onItem()
        .ifNotNull()
        .transform(
            applied -> {
              Map<UUID, List<Association>> byPolicy =
                  applied.stream().collect(groupingBy(Association::policyId));
              return rows.stream()
                  .map(row -> PolicyView.of(row, byPolicy.getOrDefault(row.id, List.of())))
                  .toList();
            });
  }
}
