package io.coffer.gateway.vault;

import io.coffer.contracts.vault.VaultCommand;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Which resources of a vault automatic backups leave out (chapter 4.5.13). */
@Path("/v3/{project_id}/vaults/{vault_id}/set-resources")
public class AutoBackupResource {

  private final CommandSubmitter commands;

  AutoBackupResource(CommandSubmitter commands) {
    this.commands = commands;
  }

  @PUT
  public Uni<Response> set(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Body body = request.body();
    return commands
        .submit(
            request,
            new VaultCommand.SetResources(
                request.id("vault_id"),
                body.texts("resource_ids"),
                body.text("action").equals("suspend")))
        .map(OwnerAnswer::response);
  }
}
