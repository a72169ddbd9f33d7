package io.coffer.messaging.outcome;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** How a command ended, for a gateway that missed the record: kept as long as the inbox row. */
@Path("/internal/outcomes")
@Produces(MediaType.APPLICATION_JSON)
public class OutcomeReadResource {

  private final Pool pool;

  OutcomeReadResource(Pool pool) {
    this.pool = pool;
  }

  /**
   * An outcome.
   *
   * @param status the HTTP status
   * @param body the public JSON, empty when there is none
   * @param sha256 of the request or of the command's value, to tell a repeat from another command
   *     with the same id
   */
  record Outcome(UUID command_id, int status, String body, String sha256) {}

  /** 404 while the command is not decided or unknown. */
  @GET
  @Path("/{commandId}")
  public Uni<Response> outcome(@PathParam("commandId") UUID commandId) {
    return pool.preparedQuery(
            "select a.status, a.body, i.sha256 from plumbing.answer a"
                + " join plumbing.inbox i on i.message_id = a.message_id where a.message_id = $1")
        .execute(Tuple.of(commandId))
        .map(rows -> found(commandId, rows));
  }

  private static Response found(UUID commandId, RowSet<Row> rows) {
    for (Row row : rows) {
      return Response.ok(
              new Outcome(commandId, row.getInteger(0), row.getString(1), row.getString(2)))
          .build();
    }
    return Response.status(Response.Status.NOT_FOUND).build();
  }
}
