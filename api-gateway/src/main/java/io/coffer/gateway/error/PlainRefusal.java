package io.coffer.gateway.error;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Answers a refusal below the REST layer, before a request has a route. */
public final class PlainRefusal {

  private PlainRefusal() {}

  /** Sends the refusal and ends the exchange. */
  public static void send(RoutingContext http, ApiException refusal) {
    http.response()
        .setStatusCode(refusal.status())
        .putHeader("Content-Type", "application/json")
        .end(Buffer.buffer(ErrorBody.of(refusal.code(), refusal.getMessage(), RequestId.of(http))));
  }

  /** The same, and closes the connection, because the rest of the request was not read. */
  public static void sendAndClose(RoutingContext http, ApiException refusal) {
    http.response().putHeader("Connection", "close");
    send(http, refusal);
  }
}
