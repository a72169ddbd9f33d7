package io.coffer.gateway.backup;

import io.coffer.contracts.Json;
import io.coffer.contracts.vault.BackupCommand;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.relay.Inventory;
import io.coffer.gateway.relay.NotFound;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.request.BodyReader;
import io.coffer.gateway.request.Call;
import io.coffer.gateway.request.PathId;
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
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Backups (chapter 4.3). */
@Path("/v3/{project_id}/backups")
public class BackupsResource {

  private static final BodyReader<RestoreBackupBody> RESTORE =
      BodyReader.of(RestoreBackupBody.class);
  private static final BodyReader<UpdateBackupBody> UPDATE = BodyReader.of(UpdateBackupBody.class);

  private final CommandSubmitter commands;
  private final OwnerClient owners;
  private final Inventory inventory;

  BackupsResource(CommandSubmitter commands, OwnerClient owners, Inventory inventory) {
    this.commands = commands;
    this.owners = owners;
    this.inventory = inventory;
  }

  @GET
  public Uni<Response> list(@PathParam("project_id") String project, RoutingContext http) {
    return read(project, "backups" + BackupQuery.LIST.check(Call.of(http).query()))
        .map(OwnerAnswer::response);
  }

  @GET
  @Path("{backup_id}")
  public Uni<Response> show(
      @PathParam("project_id") String project, @PathParam("backup_id") String id) {
    return read(project, "backups/" + backup(id)).map(OwnerAnswer::response);
  }

  @DELETE
  @Path("{backup_id}")
  public Uni<Response> delete(
      @PathParam("project_id") String project,
      @PathParam("backup_id") String id,
      RoutingContext http) {
    BackupCommand command = new BackupCommand.DeleteBackup(backup(id), "request");
    return commands.submit(Call.of(http), project, command).map(OwnerAnswer::response);
  }

  @PUT
  @Path("{backup_id}")
  public Uni<Response> update(
      @PathParam("project_id") String project,
      @PathParam("backup_id") String id,
      RoutingContext http) {
    Call call = Call.of(http);
    String name = UPDATE.read(call.body()).name();
    UUID backup = backup(id);
    Uni<OwnerAnswer> answer =
        name == null
            ? read(project, "backups/" + backup)
            : commands.submit(call, project, new BackupCommand.UpdateBackup(backup, name));
    return answer.map(OwnerAnswer::response);
  }

  /**
   * Asks what the backup is of, where the body does not name a target, and what the target is now.
   */
  @POST
  @Path("{backup_id}/restore")
  public Uni<Response> restore(
      @PathParam("project_id") String project,
      @PathParam("backup_id") String id,
      RoutingContext http) {
    Call call = Call.of(http);
    RestoreBackupBody body = RESTORE.read(call.body()).checked();
    UUID backup = backup(id);
    return read(project, "backups/" + backup)
        .chain(
            found ->
                found.isSuccess()
                    ? onto(call, project, backup, body, origin(found))
                    : Uni.createFrom().item(found))
        .map(OwnerAnswer::response);
  }

  private Uni<OwnerAnswer> onto(
      Call call, String project, UUID backup, RestoreBackupBody body, String origin) {
    List<BackupCommand.Mapping> mappings = body.mappings();
    String target = body.target() == null ? origin : body.target();
    return inventory
        .facts(project, List.of(target))
        .chain(
            facts ->
                commands.submit(
                    call,
                    project,
                    new BackupCommand.RestoreBackup(
                        backup, mappings, body.powerOn(), target, facts.get(target))));
  }

  private Uni<OwnerAnswer> read(String project, String path) {
    return owners.ofProject(Owner.VAULT_SERVICE, project, path);
  }

  private static String origin(OwnerAnswer backup) {
    try {
      return Json.MAPPER.readTree(backup.body()).at("/backup/resource_id").asText();
    } catch (IOException e) {
      throw ApiException.unavailable();
    }
  }

  private static UUID backup(String id) {
    return PathId.uuid(id).orElseThrow(() -> NotFound.backup(id));
  }
}
