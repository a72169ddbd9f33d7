package io.coffer.gateway.vault;

import io.coffer.gateway.contract.Body;
import io.coffer.gateway.order.Terms;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Has vaults paid in advance that are paid by use. Newer clients alone know it. */
@Path("/v3/{project_id}/vaults/change-charge-mode")
public class ChargeModeResource {

  private final CommandSubmitter commands;
  private final VaultsToPrepay vaults;

  ChargeModeResource(CommandSubmitter commands, VaultsToPrepay vaults) {
    this.commands = commands;
    this.vaults = vaults;
  }

  @POST
  public Uni<Response> change(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Body body = request.body();
    Terms terms = Terms.of(body, "");
    List<UUID> ids = body.texts("vault_ids").stream().map(UUID::fromString).distinct().toList();
    return vaults
        .order(request, ids, terms)
        .chain(order -> commands.submitOfDomain(request, order))
        .map(OwnerAnswer::response);
  }
}
