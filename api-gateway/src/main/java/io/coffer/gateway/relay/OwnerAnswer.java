package io.coffer.gateway.relay;

import io.coffer.contracts.Json;
import io.coffer.gateway.error.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.function.Function;

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

  /** What comes next if the owner did what was asked, else its answer. */
  public Uni<OwnerAnswer> then(Function<OwnerAnswer, Uni<OwnerAnswer>> next) {
    return isSuccess() ? next.apply(this) : Uni.createFrom().item(this);
  }

  /**
   * What an internal route says.
   *
   * @throws ApiException 503 when it is nothing of this form
   */
  public <T> T as(Class<T> form) {
    try {
      return Json.MAPPER.readValue(body, form);
    } catch (IOException e) {
      throw ApiException.unavailable();
    }
  }

  /** The answer as it leaves the gateway. */
  public Response response() {
    return body.length == 0
        ? Response.status(status).build()
        : Response.status(status).type(MediaType.APPLICATION_JSON).entity(body).build();
  }
}
