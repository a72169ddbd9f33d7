package io.coffer.gateway.backup;

import io.coffer.contracts.vault.BackupCommand;
import io.coffer.gateway.relay.Inventory;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.relay.Relay;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.submit.CommandSubmitter;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Backups (chapter 4.3). */
@Path("/v3/{project_id}/backups")
public class BackupsResource {

  private final CommandSubmitter commands;
  private final OwnerClient owners;
  private final Relay relay;
  private final Inventory inventory;

  BackupsResource(CommandSubmitter commands, OwnerClient owners, Relay relay, Inventory inventory) {
    this.commands = commands;
    this.owners = owners;
    this.relay = relay;
    this.inventory = inventory;
  }

  @GET
  public Uni<Response> list(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, GatewayRequest.of(http));
  }

  @GET
  @Path("{backup_id}")
  public Uni<Response> show(RoutingContext http) {
    return relay.read(Owner.VAULT_SERVICE, GatewayRequest.of(http));
  }

  /** Of backups one owner knows where they are, of what is in them another: only here they meet. */
  @GET
  @Path("{backup_id}/metadata")
  public Uni<Response> metadata(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    String project = request.project();
    String contents = "backups/" + request.id("backup_id") + "/contents";
    return owners
        .ofProject(Owner.VAULT_SERVICE, project, contents)
        .chain(
            answer ->
                answer.then(
                    where ->
                        owners.ofProject(
                            Owner.BACKUP_WORKER, project, "backup-metadata", where.body())))
        .map(OwnerAnswer::response);
  }

  @DELETE
  @Path("{backup_id}")
  public Uni<Response> delete(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    return commands
        .submit(request, new BackupCommand.DeleteBackup(request.id("backup_id"), "request"))
        .map(OwnerAnswer::response);
  }

  @PUT
  @Path("{backup_id}")
  public Uni<Response> update(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    String name = request.body().object("backup").text("name");
    UUID backup = request.id("backup_id");
    return name == null
        ? relay.read(Owner.VAULT_SERVICE, request)
        : commands
            .submit(request, new BackupCommand.UpdateBackup(backup, name))
            .map(OwnerAnswer::response);
  }

  /**
   * Asks what the backup is of, where the body does not name a target, and what the target is now.
   */
  @POST
  @Path("{backup_id}/restore")
  public Uni<Response> restore(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    RestoreBackupBody body = new RestoreBackupBody(request.body().object("restore"));
    UUID backup = request.id("backup_id");
    return owners
        .ofProject(Owner.VAULT_SERVICE, request.project(), "backups/" + backup + "/resource-id")
        .chain(answer -> answer.then(of -> onto(request, backup, body, of.as(String.class))))
        .map(OwnerAnswer::response);
  }

  private Uni<OwnerAnswer> onto(
      GatewayRequest request, UUID backup, RestoreBackupBody body, String origin) {
    String target = body.target() == null ? origin : body.target();
    return inventory
        .facts(request.project(), List.of(target))
        .chain(facts -> commands.submit(request, body.command(backup, target, facts.get(target))));
  }
}
