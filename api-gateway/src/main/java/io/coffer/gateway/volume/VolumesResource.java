package io.coffer.gateway.volume;

import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.relay.Relay;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.submit.CommandSubmitter;
import io.coffer.messaging.time.Clock;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Volumes of the local cloud, as OpenStack's block storage offers them. */
@Path("/v3/{project_id}/volumes")
public class VolumesResource {

  private final OwnerClient owners;
  private final Relay relay;
  private final Clock clock;

  VolumesResource(OwnerClient owners, Relay relay, Clock clock) {
    this.owners = owners;
    this.relay = relay;
    this.clock = clock;
  }

  @POST
  public Uni<Response> create(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    NewVolume volume =
        NewVolume.of(request.body().object("volume"), CommandSubmitter.id(request), clock.now());
    return owners
        .ofProject(Owner.BACKUP_WORKER, request.project(), "volumes", volume.json())
        .map(OwnerAnswer::response);
  }

  @GET
  public Uni<Response> list(RoutingContext http) {
    return relay.read(Owner.BACKUP_WORKER, GatewayRequest.of(http));
  }

  @GET
  @Path("detail")
  public Uni<Response> detail(RoutingContext http) {
    return relay.read(Owner.BACKUP_WORKER, GatewayRequest.of(http));
  }

  @GET
  @Path("{volume_id}")
  public Uni<Response> show(RoutingContext http) {
    return relay.read(Owner.BACKUP_WORKER, GatewayRequest.of(http));
  }

  @DELETE
  @Path("{volume_id}")
  public Uni<Response> delete(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return owners
        .deleted(Owner.BACKUP_WORKER, request.project(), request.checkedPath())
        .map(OwnerAnswer::response);
  }
}
