package io.coffer.vault.vault;

import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.Found;
import io.coffer.owner.page.ListAnswer;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.page.Question;
import io.coffer.vault.resource.ResourceStore;
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

/** Vaults for readers (chapter 4.5). */
@Path("/internal/projects/{project}/vaults")
@Produces(MediaType.APPLICATION_JSON)
public class VaultReadResource {

  private static final String SUMMARY =
      "select coalesce(sum(v.sizeGb), 0), coalesce(sum(v.usedBytes), 0) from VaultRow v"
          + " where v.projectId = :project";
  private static final long GB = 1L << 30;

  private final VaultStore vaults;
  private final ResourceStore resources;
  private final VaultAnswers answers;
  private final VaultViews views;

  VaultReadResource(
      VaultStore vaults, ResourceStore resources, VaultAnswers answers, VaultViews views) {
    this.vaults = vaults;
    this.views = views;
    this.answers = answers;
    this.resources = resources;
  }

  @GET
  public Uni<ListAnswer> list(@RestPath String project, @Context UriInfo uri) {
    Parameters asked = new Parameters(uri.getQueryParameters());
    return ListAnswer.to(
        new Question<>(
            "vaults",
            VaultQuery.LISTING,
            project,
            VaultQuery.criteria(project, asked),
            Page.of(asked),
            views::of));
  }

  @GET
  @Path("/summary")
  @WithSession
  public Uni<String> summary(@RestPath String project) {
    return vaults
        .getSession()
        .chain(
            session ->
                session
                    .createSelectionQuery(SUMMARY, Object[].class)
                    .setParameter("project", project)
                    .getSingleResult())
        .map(
            sums -> {
              long size = ((Number) sums[0]).longValue();
              long used = (((Number) sums[1]).longValue() + GB - 1) / GB;
              return Answer.ok(Map.of("size", wire(size), "used_size", wire(used))).body();
            });
  }

  @GET
  @Path("/{id}")
  @WithSession
  public Uni<String> show(@RestPath String project, @RestPath String id) {
    return Found.by(id, vaultId -> answers.of(project, vaultId), VaultNotFound::refused)
        .map(Answer::body);
  }

  /** What a restore point of the whole vault would be of, in the order of association. */
  @GET
  @Path("/{id}/resource-ids")
  @WithSession
  public Uni<String> resourceIds(@RestPath String project, @RestPath String id) {
    return Found.by(id, vaultId -> vaults.of(project, vaultId), VaultNotFound::refused)
        .chain(vault -> resources.inVault(project, vault.id))
        .map(rows -> Answer.ok(rows.stream().map(row -> row.resourceId).toList()).body());
  }

  /** What whoever applies policies has to know of it. */
  @GET
  @Path("/{id}/policy-facts")
  @WithSession
  public Uni<String> policyFacts(@RestPath String project, @RestPath String id) {
    return Found.by(id, vaultId -> vaults.of(project, vaultId), VaultNotFound::refused)
        .map(row -> Answer.ok(row.policyFacts()).body());
  }

  /** What whoever sells vaults has to know of it. */
  @GET
  @Path("/{id}/order-facts")
  @WithSession
  public Uni<String> orderFacts(@RestPath String project, @RestPath String id) {
    return Found.by(id, vaultId -> vaults.of(project, vaultId), VaultNotFound::refused)
        .map(row -> Answer.ok(row.orderFacts()).body());
  }

  private static int wire(long gigabytes) {
    return (int) Math.min(Integer.MAX_VALUE, gigabytes);
  }
}
