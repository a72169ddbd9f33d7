package io.coffer.gateway.error;

import io.vertx.ext.web.RoutingContext;

/** Where the id of a request is kept while it is served. */
public final class RequestId {

  /** The response header. */
  public static final String HEADER = "X-Request-Id";

  private static final String KEY = "coffer.request-id";

  private RequestId() {}

  /** Notes the id and puts it on the response, whatever the response will be. */
  public static void put(RoutingContext http, String id) {
    http.put(KEY, id);
    http.response().putHeader(HEADER, id);
  }

  /** The id of the request being served; empty before it has one. */
  public static String of(RoutingContext http) {
    String id = http.get(KEY);
    return id == null ? "" : id;
  }
}
