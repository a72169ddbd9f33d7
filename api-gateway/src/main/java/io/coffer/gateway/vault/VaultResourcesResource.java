package io.coffer.gateway.vault;

import io.coffer.contracts.vault.VaultCommand;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.request.NamedResource;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The resources of a vault (chapters 4.5.6, 4.5.7 and 4.5.11). */
@Path("/v3/{project_id}/vaults/{vault_id}")
public class VaultResourcesResource {

  private final CommandSubmitter commands;
  private final OwnerClient owners;
  private final KnownResources resources;

  VaultResourcesResource(CommandSubmitter commands, OwnerClient owners, KnownResources resources) {
    this.commands = commands;
    this.owners = owners;
    this.resources = resources;
  }

  @POST
  @Path("addresources")
  public Uni<Response> add(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    List<NamedResource> named = request.body().objects("resources", NamedResource::of);
    UUID vault = request.id("vault_id");
    return resources
        .of(request.project(), named)
        .chain(facts -> commands.submit(request, new VaultCommand.AddResources(vault, facts)))
        .onFailure(failure -> failure instanceof ApiException e && e.status() == 404)
        .recoverWithUni(unknown -> vaultFirst(request.project(), vault, unknown))
        .map(OwnerAnswer::response);
  }

  @POST
  @Path("removeresources")
  public Uni<Response> remove(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    List<String> ids = request.body().texts("resource_ids");
    return commands
        .submit(request, new VaultCommand.RemoveResources(request.id("vault_id"), ids))
        .map(OwnerAnswer::response);
  }

  @POST
  @Path("migrateresources")
  public Uni<Response> migrate(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return commands
        .submit(
            request,
            new VaultCommand.MigrateResources(
                request.id("vault_id"),
                request.body().id("destination_vault_id"),
                request.body().texts("resource_ids")))
        .map(OwnerAnswer::response);
  }

  /** Of two things that are not there, the vault is named: it comes first in the path. */
  private Uni<OwnerAnswer> vaultFirst(String project, UUID vault, Throwable unknown) {
    return owners
        .ofProject(Owner.VAULT_SERVICE, project, "vaults/" + vault)
        .map(
            answer -> {
              if (answer.isSuccess()) {
                throw (ApiException) unknown;
              }
              return answer;
            });
  }
}
