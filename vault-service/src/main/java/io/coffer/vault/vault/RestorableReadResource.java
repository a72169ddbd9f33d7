package io.coffer.vault.vault;

import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.owner.page.Parameters;
import io.coffer.owner.refusal.Refused;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Whether the content of a vault may be taken out of it, for whoever hands out what opens its
 * repository: that would be a restore which nothing in the vault's state can forbid any more.
 */
@Path("/internal/projects/{project}/restorable-vaults")
@Produces(MediaType.APPLICATION_JSON)
public class RestorableReadResource {

  private final VaultStore vaults;

  RestorableReadResource(VaultStore vaults) {
    this.vaults = vaults;
  }

  /** The vault's id, or the refusal that a restore would get. */
  @GET
  @Path("/{id}")
  @WithSession
  public Uni<String> show(@RestPath String project, @RestPath String id) {
    UUID vaultId = Parameters.id(id).orElseThrow(() -> VaultNotFound.refused(id));
    return vaults
        .state(project, vaultId)
        .onItem()
        .ifNull()
        .failWith(() -> VaultNotFound.refused(id))
        .map(RestorableReadResource::restorable);
  }

  private static String restorable(VaultState vault) {
    if (VaultVerb.RESTORE.refusal(vault).orElse(null) instanceof Decision.Refused no) {
      throw new Refused(no.error(), no.message());
    }
    return Answer.ok(Map.of("id", vault.id())).body();
  }
}
