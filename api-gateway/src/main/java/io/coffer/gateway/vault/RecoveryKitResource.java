package io.coffer.gateway.vault;

import io.coffer.contracts.CbrError;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.relay.Owner;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.relay.OwnerClient;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.gateway.request.PathId;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What opens a vault's repository without Coffer: an extension of the API for administrators, which
 * answers where a restore may begin. Every handing out is written to the log, without the kit.
 */
@Path("/v3/{project_id}/vaults/{vault_id}/x-recovery-kit")
public class RecoveryKitResource {

  private static final Logger AUDIT = Logger.getLogger("io.coffer.audit");

  private final OwnerClient owners;

  RecoveryKitResource(OwnerClient owners) {
    this.owners = owners;
  }

  @GET
  public Uni<Response> show(RoutingContext http) {
    GatewayRequest request = GatewayRequest.of(http);
    String project = request.project();
    if (!request.caller().account().administrator()) {
      audit("refused", project, request.variable("vault_id"), request);
      throw ApiException.of(
          CbrError.NOT_AUTHORIZED, "The IAM user is not authorized to access the API.");
    }
    UUID vault = request.id("vault_id");
    return owners
        .ofProject(Owner.VAULT_SERVICE, project, "restorable-vaults/" + vault)
        .chain(
            found ->
                found.isSuccess() ? kit(project, vault, request) : Uni.createFrom().item(found))
        .map(RecoveryKitResource::unstored);
  }

  private Uni<OwnerAnswer> kit(String project, UUID vault, GatewayRequest request) {
    return owners
        .ofProject(Owner.BACKUP_WORKER, project, "vaults/" + vault + "/recovery-kit")
        .invoke(
            answer -> {
              if (answer.isSuccess()) {
                audit("handed-out", project, vault.toString(), request);
              }
            });
  }

  private static void audit(String end, String project, String vault, GatewayRequest request) {
    AUDIT.infof(
        "recovery kit end=%s user=%s vault=%s project=%s address=%s request=%s",
        end,
        request.caller().account().userId(),
        PathId.plain(vault) ? vault : "not-an-id",
        project,
        request.address(),
        request.requestId());
  }

  private static Response unstored(OwnerAnswer answer) {
    return Response.fromResponse(answer.response()).header("Cache-Control", "no-store").build();
  }
}
