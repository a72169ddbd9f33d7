package io.coffer.gateway.vault;

import io.coffer.contracts.vault.VaultCommand;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.relay.NotFound;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.request.BodyReader;
import io.coffer.gateway.request.Call;
import io.coffer.gateway.request.PathId;
import io.coffer.gateway.request.ResourceBody;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The resources of a vault (chapters 4.5.6 and 4.5.7). */
@Path("/v3/{project_id}/vaults/{vault_id}")
public class VaultResourcesResource {

  private static final BodyReader<AddResourcesBody> ADD = BodyReader.of(AddResourcesBody.class);
  private static final BodyReader<RemoveResourcesBody> REMOVE =
      BodyReader.of(RemoveResourcesBody.class);

  private final CommandSubmitter commands;
  private final OwnerClient owners;
  private final KnownResources resources;

  VaultResourcesResource(CommandSubmitter commands, OwnerClient owners, KnownResources resources) {
    this.commands = commands;
    this.owners = owners;
    this.resources = resources;
  }

  @POST
  @Path("addresources")
  public Uni<Response> add(
      @PathParam("project_id") String project,
      @PathParam("vault_id") String id,
      RoutingContext http) {
    Call call = Call.of(http);
    List<ResourceBody> named = ADD.read(call.body()).checked();
    UUID vault = vault(id);
    return resources
        .of(project, named)
        .chain(facts -> commands.submit(call, project, new VaultCommand.AddResources(vault, facts)))
        .onFailure(failure -> failure instanceof ApiException e && e.status() == 404)
        .recoverWithUni(unknown -> vaultFirst(project, vault, unknown))
        .map(OwnerAnswer::response);
  }

  @POST
  @Path("removeresources")
  public Uni<Response> remove(
      @PathParam("project_id") String project,
      @PathParam("vault_id") String id,
      RoutingContext http) {
    Call call = Call.of(http);
    List<String> ids = REMOVE.read(call.body()).checked();
    return commands
        .submit(call, project, new VaultCommand.RemoveResources(vault(id), ids))
        .map(OwnerAnswer::response);
  }

  /** Of two things that are not there, the vault is named: it comes first in the path. */
  private Uni<OwnerAnswer> vaultFirst(String project, UUID vault, Throwable unknown) {
    return owners
        .ofProject(Owner.VAULT_SERVICE, project, "vaults/" + vault)
        .map(
            answer -> {
              if (answer.isSuccess()) {
                throw (ApiException) unknown;
              }
              return answer;
            });
  }

  private static UUID vault(String id) {
    return PathId.uuid(id).orElseThrow(() -> NotFound.vault(id));
  }
}
