package io.coffer.gateway.vault;

import io.coffer.contracts.vault.VaultCommand.UpdateVaults;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** All vaults of a project at once (chapter 4.5.12). */
@Path("/v3/{project_id}/vaults/batch-update")
public class AllVaultsResource {

  private final CommandSubmitter commands;

  AllVaultsResource(CommandSubmitter commands) {
    this.commands = commands;
  }

  @PUT
  public Uni<Response> update(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Body vault = request.body().object("vault");
    return commands
        .submit(request, new UpdateVaults(vault.number("threshold"), vault.flag("smn_notify")))
        .map(OwnerAnswer::response);
  }
}
