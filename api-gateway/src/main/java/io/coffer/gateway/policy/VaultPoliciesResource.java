package io.coffer.gateway.policy;

import io.coffer.contracts.policy.PolicyCommand.ApplyPolicy;
import io.coffer.contracts.policy.PolicyCommand.RemovePolicy;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.error.ApiException;
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

/** The policies of a vault (chapters 4.5.8 and 4.5.9). */
@Path("/v3/{project_id}/vaults/{vault_id}")
public class VaultPoliciesResource {

  private final CommandSubmitter commands;
  private final KnownVault vaults;

  VaultPoliciesResource(CommandSubmitter commands, KnownVault vaults) {
    this.commands = commands;
    this.vaults = vaults;
  }

  @POST
  @Path("associatepolicy")
  public Uni<Response> apply(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Body body = request.body();
    List<UUID> policies = policies(body);
    return vaults
        .facts(request.project(), request.id("vault_id"))
        .chain(
            facts ->
                commands.submit(
                    request, new ApplyPolicy(facts, policies, body.text("destination_vault_id"))))
        .map(OwnerAnswer::response);
  }

  @POST
  @Path("dissociatepolicy")
  public Uni<Response> remove(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    UUID policy = request.body().id("policy_id");
    UUID vault = request.id("vault_id");
    return vaults
        .exists(request.project(), vault)
        .chain(exists -> commands.submit(request, new RemovePolicy(vault, exists, policy)))
        .map(OwnerAnswer::response);
  }

  private static List<UUID> policies(Body body) {
    if (body.has("policy_id") == body.has("add_policy_ids")) {
      throw ApiException.invalid("policy_id or add_policy_ids must be there, and not both.");
    }
    return body.has("policy_id")
        ? List.of(body.id("policy_id"))
        : body.texts("add_policy_ids").stream().map(UUID::fromString).toList();
  }
}
