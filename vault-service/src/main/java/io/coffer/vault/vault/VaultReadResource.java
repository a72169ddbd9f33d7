package io.coffer.vault.vault;

import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.Page;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.page.Slice;
import io.coffer.vault.resource.ResourceRow;
import io.coffer.vault.resource.ResourceStore;
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

  VaultReadResource(VaultStore vaults, ResourceStore resources, VaultAnswers answers) {
    this.vaults = vaults;
    this.answers = answers;
    this.resources = resources;
  }

  @GET
  @WithSession
  public Uni<String> list(@RestPath String project, @Context UriInfo uri) {
    Parameters asked = new Parameters(uri.getQueryParameters());
    Page page = Page.of(asked);
    return vaults
        .getSession()
        .chain(
            session ->
                VaultQuery.LISTING.read(
                    session, project, VaultQuery.criteria(project, asked), page))
        .chain(
            slice ->
                resources
                    .inVaults(slice.rows().stream().map(row -> row.id).toList())
                    .map(found -> body(slice, found, page)));
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
    UUID vaultId = Parameters.id(id).orElseThrow(() -> VaultNotFound.refused(id));
    return answers
        .of(project, vaultId)
        .onItem()
        .ifNull()
        .failWith(() -> VaultNotFound.refused(id))
        .map(Answer::body);
  }

  private static String body(
      Slice<VaultRow> slice, Map<UUID, List<ResourceRow>> resources, Page page) {
    return Answer.ok(
            Map.of(
                "vaults",
                slice.rows().stream()
                    .map(row -> VaultView.of(row, resources.getOrDefault(row.id, List.of())))
                    .toList(),
                "count",
                slice.total(),
                "limit",
                page.limit(),
                "offset",
                page.offset()))
        .body();
  }

  private static int wire(long gigabytes) {
    return (int) Math.min(Integer.MAX_VALUE, gigabytes);
  }
}
