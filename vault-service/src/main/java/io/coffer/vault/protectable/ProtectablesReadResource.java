package io.coffer.vault.protectable;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.messaging.decision.Answer;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultStore;
import io.coffer.vault.vault.VaultView;
import io.coffer.vault.vault.VaultViews;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** What may be protected (chapter 4.2): who knows it does not know in which vault it is. */
@Path("/internal/projects/{project}/protectables")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProtectablesReadResource {

  private final ResourceStore resources;
  private final VaultStore vaults;
  private final VaultViews views;

  ProtectablesReadResource(ResourceStore resources, VaultStore vaults, VaultViews views) {
    this.resources = resources;
    this.vaults = vaults;
    this.views = views;
  }

  /** The answer of who knows these resources, with the vault of each that is in one. */
  @POST
  @WithSession
  public Uni<String> withVaults(@RestPath String project, JsonNode answer) {
    Protectables protectables = Protectables.in(answer);
    return resources
        .vaultsOf(project, protectables.ids())
        .chain(
            places ->
                shown(project, places)
                    .invoke(shown -> protectables.put(places, shown))
                    .map(shown -> Answer.ok(answer).body()));
  }

  private Uni<List<VaultView>> shown(String project, Map<String, UUID> places) {
    return vaults.of(project, places.values()).chain(rows -> views.of(rows, Integer.MAX_VALUE - 1));
  }
}
