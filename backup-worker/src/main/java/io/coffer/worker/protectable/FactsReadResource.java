package io.coffer.worker.protectable;

import io.coffer.messaging.decision.Answer;
import io.coffer.worker.source.ResourceProvider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Tells the gateway what resources are, so that decisions need not ask. */
@Path("/internal/projects/{project}/facts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FactsReadResource {

  private final ResourceProvider cloud;

  FactsReadResource(ResourceProvider cloud) {
    this.cloud = cloud;
  }

  /**
   * Facts of resources in the order of the ids, and whether the inventory is whole. What was not
   * found is left out: where it is not whole, who asks decides what follows for that resource.
   */
  @POST
  public String facts(@PathParam("project") String project, List<String> ids) {
    return Answer.ok(Facts.found(ids, cloud.inventory(project))).body();
  }
}
