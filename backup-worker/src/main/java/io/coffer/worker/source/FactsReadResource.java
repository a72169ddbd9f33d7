package io.coffer.worker.source;

import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.messaging.decision.Answer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the gateway what resources are, so that decisions need not ask. */
@Path("/internal/projects/{project}/facts")
@Produces(MediaType.APPLICATION_JSON)
public class FactsReadResource {

  private final ResourceProvider cloud;

  FactsReadResource(ResourceProvider cloud) {
    this.cloud = cloud;
  }

  /** Facts of servers and volumes in the order of the ids; unknown ids are left out. */
  @GET
  public String facts(@PathParam("project") String project, @QueryParam("id") List<String> ids) {
    List<Server> servers = cloud.servers(project);
    List<ResourceFacts> facts =
        ids.stream().distinct().map(id -> Facts.of(id, servers)).flatMap(Optional::stream).toList();
    return Answer.ok(Map.of("resources", facts)).body();
  }
}
