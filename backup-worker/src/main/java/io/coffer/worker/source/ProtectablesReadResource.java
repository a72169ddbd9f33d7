package io.coffer.worker.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.messaging.decision.Answer;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Lists and shows what can be backed up (4.2.1, 4.2.3). */
@Path("/internal/projects/{project}/protectables/{type}/instances")
@Produces(MediaType.APPLICATION_JSON)
public class ProtectablesReadResource {

  private final ResourceProvider cloud;

  ProtectablesReadResource(ResourceProvider cloud) {
    this.cloud = cloud;
  }

  /** A page of the resources of a type. */
  @GET
  public String list(
      @PathParam("project") String project,
      @PathParam("type") String type,
      @BeanParam ProtectableQuery query) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ArrayNode instances = body.putArray("instances");
    Protectables.page(Protectables.all(type, cloud.servers(project)), query)
        .forEach(one -> instances.add(one.json()));
    return Answer.ok(body).body();
  }

  /** One resource; 404 when there is none with this id. */
  @GET
  @Path("/{id}")
  public Response show(
      @PathParam("project") String project,
      @PathParam("type") String type,
      @PathParam("id") String id) {
    Answer answer =
        Protectables.all(type, cloud.servers(project)).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .map(one -> Answer.ok(Json.MAPPER.createObjectNode().set("instance", one.json())))
            .orElseGet(() -> missing(type, id));
    return Response.status(answer.status()).entity(answer.body()).build();
  }

  private static Answer missing(String type, String id) {
    return switch (type) {
      case "server" -> missing(CbrError.SERVER_NOT_FOUND, "Server", id);
      case "disk" -> missing(CbrError.DISK_NOT_FOUND, "Volume", id);
      case "turbo" -> missing(CbrError.SFS_TURBO_FILE_SYSTEM_NOT_EXIST, "File system", id);
      default -> missing(CbrError.RESOURCE_NOT_FOUND, "Resource", id);
    };
  }

  private static Answer missing(CbrError error, String noun, String id) {
    return Answer.error(error, noun + " " + id + " does not exist.");
  }
}
