package io.coffer.gateway.error;

import io.coffer.gateway.connection.Connection;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Answers a refusal below the REST layer, before a request has a route. */
public final class PlainRefusal {

  private static final int LINGER_MILLIS = 1_000;

  private PlainRefusal() {}

  /** Sends the refusal and ends the exchange. */
  public static void send(RoutingContext http, ApiException refusal) {
    if (refusal.retryAfterSeconds() > 0) {
      http.response().putHeader("Retry-After", Integer.toString(refusal.retryAfterSeconds()));
    }
    http.response()
        .setStatusCode(refusal.status())
        .putHeader("Content-Type", "application/json")
        .end(Buffer.buffer(ErrorBody.of(refusal.code(), refusal.getMessage(), RequestId.of(http))));
  }

  /**
   * The same for a request whose body nobody wants: what still comes is thrown away for a moment,
   * so that the client reads the answer before the connection is closed under it.
   */
  public static void sendAndClose(RoutingContext http, ApiException refusal) {
    HttpServerRequest request = http.request();
    Connection.of(request).leaves();
    http.response().putHeader("Connection", "close");
    request.handler(thrownAway -> {});
    request.endHandler(ended -> request.connection().close());
    request.resume();
    send(http, refusal);
    http.vertx().setTimer(LINGER_MILLIS, late -> request.connection().close());
  }
}
