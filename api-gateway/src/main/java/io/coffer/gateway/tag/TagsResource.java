package io.coffer.gateway.tag;

import io.coffer.contracts.vault.Tag;
import io.coffer.contracts.vault.TagCommand;
import io.coffer.contracts.vault.TagCommand.AddTags;
import io.coffer.contracts.vault.TagCommand.RemoveTags;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Tags of vaults, and vaults by their tags (chapter 4.7). */
@Path("/v3/{project_id}/vault")
public class TagsResource {

  private final CommandSubmitter commands;
  private final Relay relay;

  TagsResource(CommandSubmitter commands, Relay relay) {
    this.commands = commands;
    this.relay = relay;
  }

  @POST
  @Path("resource_instances/action")
  public Uni<Response> instances(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    InstancesBody body = InstancesBody.of(request.body());
    return relay.read(Owner.VAULT_SERVICE, request, body.path(), body.question());
  }

  @GET
  @Path("tags")
  public Uni<Response> ofProject(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, GatewayRequest.of(http));
  }

  @GET
  @Path("{vault_id}/tags")
  public Uni<Response> ofVault(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, GatewayRequest.of(http));
  }

  @POST
  @Path("{vault_id}/tags")
  public Uni<Response> add(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Tag tag = request.body().object("tag").as(Tag.class);
    return submit(request, new AddTags(request.id("vault_id"), List.of(tag)));
  }

  @POST
  @Path("{vault_id}/tags/action")
  public Uni<Response> change(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return submit(request, TagsActionBody.of(request).command(request.id("vault_id")));
  }

  @DELETE
  @Path("{vault_id}/tags/{key}")
  public Uni<Response> remove(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return submit(
        request, new RemoveTags(request.id("vault_id"), List.of(request.text("key")), true));
  }

  private Uni<Response> submit(GatewayRequest request, TagCommand command) {
    return commands.submit(request, command).map(OwnerAnswer::response);
  }
}
