package io.coffer.gateway.vault;

import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.Relay;
import io.coffer.gateway.request.Call;
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

  VaultsResource(CommandSubmitter commands, Relay relay, KnownResources resources) {
    this.commands = commands;
    this.relay = relay;
    this.resources = resources;
  }

  @POST
  public Uni<Response> create(RoutingContext http) {
    Call call = Call.of(http);
    CreateVaultBody body = CreateVaultBody.of(call.body());
    return resources
        .of(call.project(), body.resources())
        .chain(facts -> commands.submit(call, body.command(facts)))
        .map(OwnerAnswer::response);
  }

  @GET
  public Uni<Response> list(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, Call.of(http));
  }

  @GET
  @Path("summary")
  public Uni<Response> summary(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, Call.of(http));
  }

  @GET
  @Path("{vault_id}")
  public Uni<Response> show(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, Call.of(http));
  }

  @PUT
  @Path("{vault_id}")
  public Uni<Response> update(RoutingContext http) {
    Call call = Call.of(http);
    Body vault = call.body().object("vault");
    Body billing = vault.object("billing");
    Body rules = vault.object("bind_rules");
    return commands
        .submit(
            call,
            new VaultCommand.UpdateVault(
                call.id("vault_id"),
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
    Call call = Call.of(http);
    return commands
        .submit(call, new VaultCommand.DeleteVault(call.id("vault_id")))
        .map(OwnerAnswer::response);
  }
}
