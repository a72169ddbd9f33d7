package io.coffer.messaging.internal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Shows metrics only to those who send the bearer secret, for they tell how busy the service is.
 * Health stays open to probes.
 */
@ApplicationScoped
class MetricsRoute {

  private static final String PATH = "/q/metrics";
  private static final int BEFORE_ROUTES = 100;

  private final InternalToken token;

  MetricsRoute(InternalToken token) {
    this.token = token;
  }

  void register(@Observes Filters filters) {
    filters.register(this::guard, BEFORE_ROUTES);
  }

  private void guard(RoutingContext exchange) {
    String presented = exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (!exchange.normalizedPath().startsWith(PATH) || token.isShownBy(presented)) {
      exchange.next();
      return;
    }
    exchange
        .response()
        .setStatusCode(401)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(InternalToken.REFUSAL);
  }
}
