package io.coffer.gateway.vault;

import io.coffer.contracts.billing.CombinedOrder;
import io.coffer.gateway.policy.KnownPolicy;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Orders of vaults by month or year (chapter 4.5.14). */
@Path("/v3/{project_id}/vaults/order")
public class VaultOrderResource {

  private final CommandSubmitter commands;
  private final KnownResources resources;
  private final KnownPolicy policies;

  VaultOrderResource(CommandSubmitter commands, KnownResources resources, KnownPolicy policies) {
    this.commands = commands;
    this.resources = resources;
    this.policies = policies;
  }

  @POST
  public Uni<Response> order(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    CreateVaultBody body = CreateVaultBody.ordered(request.body());
    CombinedOrder combined = Combination.of(body.vault());
    return policies
        .ofBackups(request.project(), body.backupPolicyId(), "backup_policy_id")
        .chain(() -> resources.of(request.project(), body.resources()))
        .chain(
            facts ->
                commands.submitOfDomain(
                    request, VaultOrder.of(body, body.command(facts), request, combined)))
        .map(OwnerAnswer::response);
  }
}
