package io.coffer.scheduler.binding;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Which resource of a project is in which vault, by vault and resource id. */
@Path("/internal/projects/{project}/bindings")
@Produces(MediaType.APPLICATION_JSON)
public class BindingsReadResource {

  record Binding(
      @JsonProperty("vault_id") UUID vaultId,
      @JsonProperty("resource_id") String resourceId,
      @JsonProperty("resource_type") String resourceType,
      @JsonProperty("resource_name") String resourceName) {}

  record Bindings(List<Binding> bindings, int count) {}

  private final BindingStore bindings;

  BindingsReadResource(BindingStore bindings) {
    this.bindings = bindings;
  }

  @GET
  @WithSession
  public Uni<Bindings> list(@RestPath String project) {
    return bindings
        .ofProject(project)
        .map(rows -> rows.stream().map(BindingsReadResource::binding).toList())
        .map(all -> new Bindings(all, all.size()));
  }

  private static Binding binding(BindingRow row) {
    return new Binding(row.vaultId, row.resourceId, row.type, row.name);
  }
}
