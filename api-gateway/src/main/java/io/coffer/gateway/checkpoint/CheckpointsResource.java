package io.coffer.gateway.checkpoint;

import io.coffer.gateway.policy.KnownPolicy;
import io.coffer.gateway.relay.Inventory;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.relay.Relay;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.submit.CommandSubmitter;
import io.coffer.messaging.time.Clock;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Restore points (chapter 4.12). */
@Path("/v3/{project_id}/checkpoints")
public class CheckpointsResource {

  private final CommandSubmitter commands;
  private final OwnerClient owners;
  private final Relay relay;
  private final Inventory inventory;
  private final KnownPolicy policies;
  private final Clock clock;

  CheckpointsResource(
      CommandSubmitter commands,
      OwnerClient owners,
      Relay relay,
      Inventory inventory,
      KnownPolicy policies,
      Clock clock) {
    this.commands = commands;
    this.owners = owners;
    this.relay = relay;
    this.inventory = inventory;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * Asks the vault which resources it has and the inventory what they are now, then backs them up.
   */
  @POST
  public Uni<Response> create(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    CreateCheckpointBody body = CreateCheckpointBody.of(request.body());
    return policies
        .ofBackups(request.project(), body.policyId(), "policy_id")
        .chain(
            () ->
                owners.ofProject(
                    Owner.VAULT_SERVICE,
                    request.project(),
                    "vaults/" + body.vaultId() + "/resource-ids"))
        .chain(answer -> answer.then(found -> backUp(request, body, found)))
        .map(OwnerAnswer::response);
  }

  @GET
  @Path("{checkpoint_id}")
  public Uni<Response> show(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, GatewayRequest.of(http));
  }

  private Uni<OwnerAnswer> backUp(
      GatewayRequest request, CreateCheckpointBody body, OwnerAnswer found) {
    List<String> named = body.resourceIds();
    List<String> wanted = named.isEmpty() ? List.of(found.as(String[].class)) : named;
    return inventory
        .facts(request.project(), wanted)
        .chain(facts -> commands.submit(request, body.command(wanted, facts, clock.now())));
  }
}
