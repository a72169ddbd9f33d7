package io.coffer.gateway.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.CheckpointCommand;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.relay.Inventory;
import io.coffer.gateway.relay.NotFound;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.request.BodyReader;
import io.coffer.gateway.request.Call;
import io.coffer.gateway.request.Check;
import io.coffer.gateway.request.PathId;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Restore points (chapter 4.12). */
@Path("/v3/{project_id}/checkpoints")
public class CheckpointsResource {

  private static final BodyReader<CreateCheckpointBody> CREATE =
      BodyReader.of(CreateCheckpointBody.class);

  private final CommandSubmitter commands;
  private final OwnerClient owners;
  private final Inventory inventory;

  CheckpointsResource(CommandSubmitter commands, OwnerClient owners, Inventory inventory) {
    this.commands = commands;
    this.owners = owners;
    this.inventory = inventory;
  }

  /**
   * Asks the vault which resources it has and the inventory what they are now, then backs them up.
   */
  @POST
  public Uni<Response> create(@PathParam("project_id") String project, RoutingContext http) {
    Call call = Call.of(http);
    CreateCheckpointBody body = CREATE.read(call.body()).checked();
    String id = body.checkpoint().vaultId();
    UUID vault = PathId.uuid(id).orElseThrow(() -> NotFound.vault(id));
    return owners
        .ofProject(Owner.VAULT_SERVICE, project, "vaults/" + vault)
        .chain(
            found ->
                found.isSuccess()
                    ? backUp(call, project, vault, body, found)
                    : Uni.createFrom().item(found))
        .map(OwnerAnswer::response);
  }

  @GET
  @Path("{checkpoint_id}")
  public Uni<Response> show(
      @PathParam("project_id") String project, @PathParam("checkpoint_id") String id) {
    UUID checkpoint = PathId.uuid(id).orElseThrow(() -> NotFound.checkpoint(id));
    return owners
        .ofProject(Owner.VAULT_SERVICE, project, "checkpoints/" + checkpoint)
        .map(OwnerAnswer::response);
  }

  private Uni<OwnerAnswer> backUp(
      Call call, String project, UUID vault, CreateCheckpointBody body, OwnerAnswer found) {
    List<String> named = body.resourceIds();
    List<String> wanted = named.isEmpty() ? resources(found) : named;
    return inventory
        .facts(project, wanted)
        .chain(facts -> commands.submit(call, project, command(vault, body, named, wanted, facts)));
  }

  private static CheckpointCommand.CreateCheckpoint command(
      UUID vault,
      CreateCheckpointBody body,
      List<String> named,
      List<String> wanted,
      Map<String, ResourceFacts> facts) {
    CreateCheckpointBody.Parameters parameters = body.parameters();
    return new CheckpointCommand.CreateCheckpoint(
        vault,
        parameters.name(),
        parameters.description(),
        Check.or(parameters.autoTrigger(), false),
        Check.or(parameters.incremental(), true),
        named,
        wanted.stream()
            .map(facts::get)
            .filter(Objects::nonNull)
            .map(resource -> without(body.excludeVolumes(resource.id()), resource))
            .toList());
  }

  /** A resource as if it had no such volumes. */
  private static ResourceFacts without(Set<String> excluded, ResourceFacts resource) {
    return new ResourceFacts(
        resource.id(),
        resource.type(),
        resource.name(),
        resource.sizeGb(),
        resource.excludeVolumes(),
        resource.volumes().stream().filter(volume -> !excluded.contains(volume.id())).toList());
  }

  private static List<String> resources(OwnerAnswer vault) {
    try {
      List<String> ids = new ArrayList<>();
      for (JsonNode resource : Json.MAPPER.readTree(vault.body()).at("/vault/resources")) {
        ids.add(resource.path("id").asText());
      }
      return ids;
    } catch (IOException e) {
      throw ApiException.unavailable();
    }
  }
}
