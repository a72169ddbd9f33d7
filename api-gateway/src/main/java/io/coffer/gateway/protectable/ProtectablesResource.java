package io.coffer.gateway.protectable;

import io.coffer.gateway.relay.NotFound;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.request.Call;
import io.coffer.gateway.request.Check;
import io.coffer.gateway.request.PathId;
import io.coffer.gateway.request.QueryRules;
import io.coffer.gateway.request.ResourceType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** What may be protected (chapter 4.2). */
@Path("/v3/{project_id}/protectables/{protectable_type}/instances")
public class ProtectablesResource {

  private static final Set<String> TYPES =
      Set.of("server", "disk", "turbo", "workspace", "workspace_v2");
  private static final QueryRules LIST =
      QueryRules.paged().text("id", "name", "server_id", "status");

  private final OwnerClient owners;
  private final AssociatedVaults vaults;

  ProtectablesResource(OwnerClient owners, AssociatedVaults vaults) {
    this.owners = owners;
    this.vaults = vaults;
  }

  @GET
  public Uni<Response> list(
      @PathParam("project_id") String project,
      @PathParam("protectable_type") String type,
      RoutingContext http) {
    Check.oneOf("protectable_type", type, TYPES);
    return read(project, path(type) + LIST.check(Call.of(http).query()));
  }

  @GET
  @Path("{instance_id}")
  public Uni<Response> show(
      @PathParam("project_id") String project,
      @PathParam("protectable_type") String type,
      @PathParam("instance_id") String id) {
    Check.oneOf("protectable_type", type, TYPES);
    if (!PathId.plain(id)) {
      throw NotFound.resource(resourceType(type), id);
    }
    return read(project, path(type) + "/" + id);
  }

  private static String path(String type) {
    return "protectables/" + type + "/instances";
  }

  private static String resourceType(String type) {
    return switch (type) {
      case "server" -> ResourceType.SERVER;
      case "disk" -> ResourceType.DISK;
      case "turbo" -> ResourceType.TURBO;
      default -> "";
    };
  }

  private Uni<Response> read(String project, String path) {
    return owners
        .ofProject(Owner.BACKUP_WORKER, project, path)
        .chain(answer -> vaults.addTo(answer, project))
        .map(OwnerAnswer::response);
  }
}
