package io.coffer.gateway.vault;

import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.contracts.vault.VaultCommand;
import io.coffer.gateway.relay.NotFound;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.request.BodyReader;
import io.coffer.gateway.request.Call;
import io.coffer.gateway.request.PathId;
import io.coffer.gateway.request.QueryRules;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Vaults (chapter 4.5). */
@Path("/v3/{project_id}/vaults")
public class VaultsResource {

  private static final BodyReader<CreateVaultBody> CREATE = BodyReader.of(CreateVaultBody.class);
  private static final BodyReader<UpdateVaultBody> UPDATE = BodyReader.of(UpdateVaultBody.class);
  private static final QueryRules LIST =
      QueryRules.paged()
          .oneOf("cloud_type", CreateVaultBody.CLOUD_TYPES)
          .oneOf("object_type", CreateVaultBody.OBJECT_TYPES)
          .oneOf("protect_type", CreateVaultBody.PROTECT_TYPES)
          .oneOf("status", Set.of("available", "lock", "frozen", "deleting", "error"))
          .text("name", "enterprise_project_id", "policy_id")
          .texts("id")
          .ids("resource_ids");

  private final CommandSubmitter commands;
  private final OwnerClient owners;
  private final KnownResources resources;

  VaultsResource(CommandSubmitter commands, OwnerClient owners, KnownResources resources) {
    this.commands = commands;
    this.owners = owners;
    this.resources = resources;
  }

  @POST
  public Uni<Response> create(@PathParam("project_id") String project, RoutingContext http) {
    Call call = Call.of(http);
    CreateVaultBody body = CREATE.read(call.body()).checked();
    if (body.vault().resources().isEmpty()) {
      return commands.submit(call, project, command(body, List.of())).map(OwnerAnswer::response);
    }
    return resources
        .of(project, body.vault().resources())
        .chain(facts -> commands.submit(call, project, command(body, facts)))
        .map(OwnerAnswer::response);
  }

  @GET
  public Uni<Response> list(@PathParam("project_id") String project, RoutingContext http) {
    return read(project, "vaults" + LIST.check(Call.of(http).query()));
  }

  @GET
  @Path("summary")
  public Uni<Response> summary(@PathParam("project_id") String project) {
    return read(project, "vaults/summary");
  }

  @GET
  @Path("{vault_id}")
  public Uni<Response> show(
      @PathParam("project_id") String project, @PathParam("vault_id") String id) {
    return read(project, "vaults/" + vault(id));
  }

  @PUT
  @Path("{vault_id}")
  public Uni<Response> update(
      @PathParam("project_id") String project,
      @PathParam("vault_id") String id,
      RoutingContext http) {
    Call call = Call.of(http);
    UpdateVaultBody body = UPDATE.read(call.body());
    return commands.submit(call, project, body.command(vault(id))).map(OwnerAnswer::response);
  }

  @DELETE
  @Path("{vault_id}")
  public Uni<Response> delete(
      @PathParam("project_id") String project,
      @PathParam("vault_id") String id,
      RoutingContext http) {
    return commands
        .submit(Call.of(http), project, new VaultCommand.DeleteVault(vault(id)))
        .map(OwnerAnswer::response);
  }

  private Uni<Response> read(String project, String path) {
    return owners.ofProject(Owner.VAULT_SERVICE, project, path).map(OwnerAnswer::response);
  }

  private static VaultCommand.CreateVault command(
      CreateVaultBody body, List<ResourceFacts> resources) {
    return new VaultCommand.CreateVault(body.settings(), resources, body.tags(), body.policy());
  }

  private static UUID vault(String id) {
    return PathId.uuid(id).orElseThrow(() -> NotFound.vault(id));
  }
}
