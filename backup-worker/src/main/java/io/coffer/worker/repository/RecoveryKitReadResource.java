package io.coffer.worker.repository;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Answer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands out what opens the repository of a vault without Coffer. Who may ask, whether the vault
 * exists and that it is written down is the gateway's concern.
 */
@Path("/internal/projects/{project}/vaults/{vault}/recovery-kit")
@Produces(MediaType.APPLICATION_JSON)
public class RecoveryKitReadResource {

  private final VaultRepositories repositories;

  RecoveryKitReadResource(VaultRepositories repositories) {
    this.repositories = repositories;
  }

  /** The kit; 404 before the first backup has made a repository. */
  @GET
  public Response recoveryKit(
      @PathParam("project") String project, @PathParam("vault") UUID vault) {
    Optional<RecoveryKit> kit = repositories.recoveryKit(vault, project);
    Answer answer =
        kit.isPresent()
            ? Answer.ok(kit.get())
            : Answer.error(
                CbrError.VAULT_NOT_FOUND,
                "Vault " + vault + " has no repository yet: its first backup makes it.");
    return Response.status(answer.status())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(answer.body())
        .build();
  }
}
