package io.coffer.gateway.vault;

import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** When the backups of a vault end. */
@Path("/v3/{project_id}/vaults/{vault_id}/update-backup-expiration-time")
public class ExpirationResource {

  private final CommandSubmitter commands;

  ExpirationResource(CommandSubmitter commands) {
    this.commands = commands;
  }

  @PUT
  public Uni<Response> set(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    ExpirationBody body = ExpirationBody.of(request.body());
    return commands
        .submit(request, body.command(request.id("vault_id")))
        .map(OwnerAnswer::response);
  }
}
