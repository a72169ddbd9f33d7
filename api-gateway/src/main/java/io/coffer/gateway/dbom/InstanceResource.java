package io.coffer.gateway.dbom;

import io.coffer.contracts.Command;
import io.coffer.contracts.dbom.InstanceCommand.BindEip;
import io.coffer.contracts.dbom.InstanceCommand.ChangeSecurityGroup;
import io.coffer.contracts.dbom.InstanceCommand.DeleteInstance;
import io.coffer.contracts.dbom.InstanceCommand.RebootInstance;
import io.coffer.contracts.dbom.InstanceCommand.RenameInstance;
import io.coffer.contracts.dbom.InstanceCommand.ResetInstancePassword;
import io.coffer.contracts.dbom.InstanceCommand.StartInstance;
import io.coffer.contracts.dbom.InstanceCommand.StopInstance;
import io.coffer.contracts.dbom.InstanceCommand.UnbindEip;
import io.coffer.gateway.contract.Body;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.request.Language;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;

/** What is done with one database O&amp;M instance. */
@Path("/v1/{project_id}/db-om/{instance_id}")
public class InstanceResource {

  private final CommandSubmitter commands;
  private final PasswordSeal seal;

  InstanceResource(CommandSubmitter commands, PasswordSeal seal) {
    this.commands = commands;
    this.seal = seal;
  }

  @DELETE
  public Uni<Response> delete(RoutingContext http) {
    return submit(http, DeleteInstance::new);
  }

  @POST
  @Path("start")
  public Uni<Response> start(RoutingContext http) {
    return submit(http, StartInstance::new);
  }

  @POST
  @Path("stop")
  public Uni<Response> stop(RoutingContext http) {
    return submit(http, StopInstance::new);
  }

  @POST
  @Path("reboot")
  public Uni<Response> reboot(RoutingContext http) {
    return submit(http, RebootInstance::new);
  }

  @POST
  @Path("password/reset")
  public Uni<Response> resetPassword(RoutingContext http) {
    return submit(
        http,
        id -> {
          Body body = GatewayRequest.of(http).body();
          return new ResetInstancePassword(
              id, body.text("user_name"), seal.of(id, body.text("new_password")));
        });
  }

  @PUT
  @Path("name")
  public Uni<Response> rename(RoutingContext http) {
    return submit(
        http, id -> new RenameInstance(id, GatewayRequest.of(http).body().text("new_name")));
  }

  @PUT
  @Path("security-group")
  public Uni<Response> changeSecurityGroup(RoutingContext http) {
    return submit(
        http,
        id ->
            new ChangeSecurityGroup(
                id, GatewayRequest.of(http).body().texts("security_group_ids")));
  }

  @POST
  @Path("eip/bind")
  public Uni<Response> bindEip(RoutingContext http) {
    return submit(
        http,
        id -> {
          Body body = GatewayRequest.of(http).body();
          return new BindEip(id, body.text("eip"), body.text("eip_id"));
        });
  }

  @POST
  @Path("eip/unbind")
  public Uni<Response> unbindEip(RoutingContext http) {
    return submit(http, UnbindEip::new);
  }

  private Uni<Response> submit(RoutingContext http, Function<UUID, Command> command) {
    GatewayRequest request = GatewayRequest.of(http);
    Language.check(request);
    return commands
        .submit(request, command.apply(request.id("instance_id")))
        .map(OwnerAnswer::response);
  }
}
