package io.coffer.gateway.vault;

import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.policy.KnownPolicy;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.Relay;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Vaults (chapter 4.5). */
@Path("/v3/{project_id}/vaults")
public class VaultsResource {

  private final CommandSubmitter commands;
  private final Relay relay;
  private final KnownResources resources;
  private final KnownPolicy policies;

  VaultsResource(
      CommandSubmitter commands, Relay relay, KnownResources resources, KnownPolicy policies) {
    this.policies = policies;
    this.commands = commands;
    this.relay = relay;
    this.resources = resources;
  }

  @POST
  public Uni<Response> create(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    CreateVaultBody body = CreateVaultBody.of(request.body());
    return policies
        .ofBackups(request.project(), body.backupPolicyId(), "backup_policy_id")
        .chain(() -> resources.of(request.project(), body.resources()))
        .chain(
            facts ->
                body.isPrePaid()
                    ? commands.submitOfDomain(
                        request, VaultOrder.of(body, body.command(facts), request))
                    : commands.submit(request, body.command(facts)))
        .map(OwnerAnswer::response);
  }

  @GET
  public Uni<Response> list(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, GatewayRequest.of(http));
  }

  @GET
  @Path("summary")
  public Uni<Response> summary(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, GatewayRequest.of(http));
  }

  @GET
  @Path("{vault_id}")
  public Uni<Response> show(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, GatewayRequest.of(http));
  }

  @PUT
  @Path("{vault_id}")
  public Uni<Response> update(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Body vault = request.body().object("vault");
    Body billing = vault.object("billing");
    Body rules = vault.object("bind_rules");
    return commands
        .submit(
            request,
            new VaultCommand.UpdateVault(
                request.id("vault_id"),
                vault.text("name"),
                billing.number("size"),
                billing.text("consistent_level"),
                vault.flag("auto_bind"),
                rules.has("tags") ? rules.objects("tags", tag -> tag.as(Tag.class)) : null,
                vault.flag("auto_expand"),
                vault.number("threshold"),
                vault.flag("smn_notify"),
                vault.flag("locked")))
        .map(OwnerAnswer::response);
  }

  @DELETE
  @Path("{vault_id}")
  public Uni<Response> delete(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return commands
        .submit(request, new VaultCommand.DeleteVault(request.id("vault_id")))
        .map(OwnerAnswer::response);
  }
}
