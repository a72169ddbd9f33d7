package io.coffer.worker.volume;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.Json;
import io.coffer.messaging.decision.Answer;
import io.coffer.worker.rendering.VolumeJson;
import io.coffer.worker.source.BlockStorage;
import io.coffer.worker.source.BlockStorage.NewVolume;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The volumes of a project, as OpenStack's block storage has them. */
@Path("/internal/projects/{project}/volumes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VolumesResource {

  private final BlockStorage storage;
  private final VolumeList volumes;

  VolumesResource(BlockStorage storage, VolumeList volumes) {
    this.storage = storage;
    this.volumes = volumes;
  }

  /** Makes a volume; asked again, tells of the same one. */
  @POST
  public Response create(@PathParam("project") String project, NewVolume wanted) {
    ObjectNode json = VolumeJson.of(storage.create(project, wanted));
    return response(Answer.of(202, volume(json)));
  }

  /** A page of volumes by name. */
  @GET
  public String list(@PathParam("project") String project, @BeanParam VolumeQuery query) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ArrayNode page = body.putArray("volumes");
    query
        .page(volumes.of(project))
        .forEach(
            one ->
                page.addObject()
                    .put("id", one.path("id").asText())
                    .put("name", one.path("name").asText()));
    return Answer.ok(body).body();
  }

  /** A page of volumes with all that is known of them. */
  @GET
  @Path("/detail")
  public String detail(@PathParam("project") String project, @BeanParam VolumeQuery query) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putArray("volumes").addAll(query.page(volumes.of(project)));
    return Answer.ok(body).body();
  }

  /** One volume. */
  @GET
  @Path("/{id}")
  public Response show(@PathParam("project") String project, @PathParam("id") String id) {
    return response(
        volumes.find(project, id).map(one -> Answer.ok(volume(one))).orElseGet(() -> gone(id)));
  }

  /** Deletes a volume that no server has; its backups stay. */
  @DELETE
  @Path("/{id}")
  public Response delete(@PathParam("project") String project, @PathParam("id") String id) {
    if (storage.delete(project, id)) {
      return Response.status(202).build();
    }
    Optional<ObjectNode> attached = volumes.find(project, id);
    return response(
        attached.isEmpty()
            ? gone(id)
            : Answer.error(
                CbrError.INVALID_PARAMETER,
                "volume_id: volume "
                    + id
                    + " belongs to server "
                    + attached.get().at("/attachments/0/server_id").asText()
                    + "."));
  }

  private static ObjectNode volume(ObjectNode json) {
    return Json.MAPPER.createObjectNode().set("volume", json);
  }

  private static Answer gone(String id) {
    return Answer.error(CbrError.DISK_NOT_FOUND, "Volume " + id + " does not exist.");
  }

  private static Response response(Answer answer) {
    return Response.status(answer.status()).entity(answer.body()).build();
  }
}
