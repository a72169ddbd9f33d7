package io.coffer.worker.protectable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.messaging.decision.Answer;
import io.coffer.worker.source.Inventory;
import io.coffer.worker.source.ResourceProvider;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

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
    List<Protectable> all = Protectables.all(type, cloud.inventory(project));
    Protectables.page(all, query).forEach(one -> instances.add(one.json()));
    body.put("count", Protectables.count(all, query));
    return Answer.ok(body).body();
  }

  /** One resource; 404 when there is none with this id. */
  @GET
  @Path("/{id}")
  public Response show(
      @PathParam("project") String project,
      @PathParam("type") String type,
      @PathParam("id") String id) {
    Inventory inventory = cloud.inventory(project);
    Answer answer =
        Protectables.all(type, inventory).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .map(one -> Answer.ok(Json.MAPPER.createObjectNode().set("instance", one.json())))
            .orElseGet(() -> missing(type, id, inventory));
    return Response.status(answer.status()).entity(answer.body()).build();
  }

  private static Answer missing(String type, String id, Inventory inventory) {
    inventory.requireWhole(id);
    return Protectables.type(type)
        .map(known -> missing(known.missing(), known.noun(), id))
        .orElseGet(() -> missing(CbrError.RESOURCE_NOT_FOUND, "Resource", id));
  }

  private static Answer missing(CbrError error, String noun, String id) {
    return Answer.error(error, noun + " " + id + " does not exist.");
  }
}
