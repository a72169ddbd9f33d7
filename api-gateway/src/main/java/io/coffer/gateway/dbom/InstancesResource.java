package io.coffer.gateway.dbom;

import io.coffer.gateway.identity.Project;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.Relay;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.request.Language;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Database O&amp;M instances: which there are, and one more. */
@Path("/v2/{project_id}/db-om")
public class InstancesResource {

  private final Relay relay;
  private final CommandSubmitter commands;
  private final PasswordSeal seal;

  InstancesResource(Relay relay, CommandSubmitter commands, PasswordSeal seal) {
    this.relay = relay;
    this.commands = commands;
    this.seal = seal;
  }

  @POST
  @Path("charge/period/order")
  public Uni<Response> order(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Language.check(request);
    InstanceOrderBody body = new InstanceOrderBody(request.body());
    UUID instance = UUID.randomUUID();
    Project project = request.caller().mayUse(request.project()).orElseThrow();
    return commands
        .submitOfDomain(
            request, body.command(instance, project, seal.of(instance, body.password())))
        .map(OwnerAnswer::response);
  }

  @POST
  @Path("instances")
  public Uni<Response> list(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    Language.check(request);
    return relay.read(Owner.BILLING_SERVICE, request);
  }
}
