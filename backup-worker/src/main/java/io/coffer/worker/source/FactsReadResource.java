package io.coffer.worker.source;

import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.messaging.decision.Answer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells the gateway what resources are, so that decisions need not ask. */
@Path("/internal/projects/{project}/facts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FactsReadResource {

  private final ResourceProvider cloud;

  FactsReadResource(ResourceProvider cloud) {
    this.cloud = cloud;
  }

  /** Facts of resources in the order of the ids; unknown ids are left out. */
  @POST
  public String facts(@PathParam("project") String project, List<String> ids) {
    Inventory inventory = cloud.inventory(project);
    List<ResourceFacts> facts = new ArrayList<>();
    for (String id : ids.stream().distinct().toList()) {
      Facts.of(id, inventory).ifPresentOrElse(facts::add, () -> inventory.requireWhole(id));
    }
    return Answer.ok(Map.of("resources", facts)).body();
  }
}
