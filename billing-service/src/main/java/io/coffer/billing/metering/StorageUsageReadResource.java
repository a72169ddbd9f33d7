package io.coffer.billing.metering;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Capacity statistics of a project (chapter 4.10.1), by resource id. */
@Path("/internal/projects/{project}/storage_usage")
@Produces(MediaType.APPLICATION_JSON)
public class StorageUsageReadResource {

  private final StorageUsageStore usage;

  StorageUsageReadResource(StorageUsageStore usage) {
    this.usage = usage;
  }

  @GET
  @WithSession
  public Uni<StorageUsageView> list(
      @RestPath String project,
      @RestQuery("resource_id") String resourceId,
      @RestQuery("resource_type") String resourceType,
      @RestQuery String marker,
      @RestQuery @DefaultValue("0") int offset,
      @RestQuery @DefaultValue("1000") int limit) {
    UsageFilter filter = new UsageFilter(project, resourceId, resourceType);
    return usage
        .page(filter, marker, offset, limit)
        .chain(
            page -> {
              boolean isAll = marker == null && offset == 0 && page.size() < limit;
              return isAll
                  ? Uni.createFrom().item(StorageUsageView.of(page, page.size()))
                  : usage.count(filter).map(count -> StorageUsageView.of(page, count));
            });
  }
}
