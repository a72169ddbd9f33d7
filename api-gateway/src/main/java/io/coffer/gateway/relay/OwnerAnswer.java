package io.coffer.gateway.relay;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * What an owner says to a client, relayed as it is.
 *
 * @param body public JSON; empty for none
 */
public record OwnerAnswer(int status, byte[] body) {

  /** Whether the owner did what was asked. */
  public boolean isSuccess() {
    return status < 300;
  }

  /** The answer as it leaves the gateway. */
  public Response response() {
    return body.length == 0
        ? Response.status(status).build()
        : Response.status(status).type(MediaType.APPLICATION_JSON).entity(body).build();
  }
}
