package io.coffer.worker.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.ResourceType;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.time.Clock;
import io.coffer.worker.source.Inventory;
import io.coffer.worker.source.ResourceProvider;
import io.coffer.worker.source.Server;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells of the agents in servers what their cloud knows of them (4.2.2). */
@Path("/internal/projects/{project}/agent/check")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AgentCheckReadResource {

  private final ResourceProvider cloud;
  private final Clock clock;

  AgentCheckReadResource(ResourceProvider cloud, Clock clock) {
    this.cloud = cloud;
    this.clock = clock;
  }

  /** A server that is asked about. */
  public record Asked(String id, String type) {}

  /** In the order of the question; 404 when one of the servers is not there. */
  @POST
  public Response check(@PathParam("project") String project, List<Asked> asked) {
    Answer answer = answer(project, asked);
    return Response.status(answer.status()).entity(answer.body()).build();
  }

  private Answer answer(String project, List<Asked> asked) {
    Inventory inventory = cloud.inventory(project);
    Map<String, Server> servers =
        inventory.servers().stream()
            .collect(Collectors.toMap(Server::id, Function.identity(), (one, other) -> one));
    ObjectNode body = Json.MAPPER.createObjectNode();
    ArrayNode statuses = body.putArray("agent_status");
    for (Asked one : asked) {
      Server server = servers.get(one.id());
      if (server == null) {
        inventory.requireWhole(one.id());
      }
      if (server == null || !server.type().isNamed(one.type())) {
        return Answer.error(
            ResourceType.of(one.type())
                .map(ResourceType::missing)
                .orElse(CbrError.SERVER_NOT_FOUND),
            "Server " + one.id() + " does not exist.");
      }
      statuses.addPOJO(AgentStatus.of(one.id(), cloud.agent(project, one.id()), clock.now()));
    }
    return Answer.ok(body);
  }
}
