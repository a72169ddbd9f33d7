package io.coffer.billing.metering;

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
import org.jboss.resteasy.reactive.RestPath;

/** Capacity statistics of a project (chapter 4.10.1), by resource id. */
@Path("/internal/projects/{project}/storage_usage")
@Produces(MediaType.APPLICATION_JSON)
public class StorageUsageReadResource {

  /** A resource on its way takes up room in a vault where it has no backup. */
  private static final String BACKED_UP =
      "exists (select 1 from StorageUsageRow b where b.projectId = r.projectId"
          + " and b.resourceId = r.resourceId and b.backupCount > 0)";

  private final StorageUsageStore usage;

  StorageUsageReadResource(StorageUsageStore usage) {
    this.usage = usage;
  }

  @GET
  @WithSession
  public Uni<StorageUsageView> list(@RestPath String project, @Context UriInfo asked) {
    Parameters parameters = new Parameters(asked.getQueryParameters());
    Page page = Page.of(parameters);
    Criteria criteria =
        Criteria.of(project)
            .where(BACKED_UP)
            .equal("resourceId", parameters.text("resource_id"))
            .equal("resourceType", parameters.text("resource_type"));
    return usage
        .page(criteria, page)
        .chain(
            rows ->
                page.isAll(rows.size())
                    ? Uni.createFrom().item(StorageUsageView.of(rows, rows.size()))
                    : usage.total(criteria).map(count -> StorageUsageView.of(rows, count)));
  }
}
