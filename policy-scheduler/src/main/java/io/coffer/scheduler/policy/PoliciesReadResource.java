package io.coffer.scheduler.policy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Policies for readers (chapter 4.8). Nobody can make one yet, so no project has any. */
@Path("/internal/projects/{project}/policies")
@Produces(MediaType.APPLICATION_JSON)
public class PoliciesReadResource {

  record Policies(List<Object> policies, int count) {}

  @GET
  public Policies list() {
    return new Policies(List.of(), 0);
  }
}
