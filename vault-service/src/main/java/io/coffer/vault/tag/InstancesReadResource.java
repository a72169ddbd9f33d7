package io.coffer.vault.tag;

import io.coffer.messaging.decision.Answer;
import io.coffer.owner.page.ListAnswer;
import io.coffer.owner.page.Question;
import io.coffer.vault.vault.VaultQuery;
import io.coffer.vault.vault.VaultRow;
import io.coffer.vault.vault.VaultStore;
import io.coffer.vault.vault.VaultViews;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/** Vaults by their tags (chapter 4.7.1). */
@Path("/internal/projects/{project}/vault/resource_instances")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InstancesReadResource {

  private static final String TOTAL = "total_count";

  private final VaultStore vaults;
  private final VaultViews views;

  InstancesReadResource(VaultStore vaults, VaultViews views) {
    this.vaults = vaults;
    this.views = views;
  }

  @POST
  @Path("/filter")
  public Uni<ListAnswer> filter(@RestPath String project, InstancesBody asked) {
    return ListAnswer.to(
        new Question<>(
            "resources",
            VaultQuery.LISTING,
            project,
            InstanceQuery.criteria(project, asked.filter()),
            asked.page(),
            this::shown,
            (page, total) -> Map.of(TOTAL, total)));
  }

  @POST
  @Path("/count")
  @WithSession
  public Uni<String> count(@RestPath String project, InstancesBody asked) {
    return vaults
        .getSession()
        .chain(
            session ->
                VaultQuery.LISTING.count(session, InstanceQuery.criteria(project, asked.filter())))
        .map(total -> Answer.ok(Map.of(TOTAL, total)).body());
  }

  private Uni<List<InstanceView>> shown(List<VaultRow> rows, int mostResources) {
    return views
        .of(rows, mostResources)
        .onItem()
        .ifNotNull()
        .transform(found -> found.stream().map(InstanceView::of).toList());
  }
}
