package io.coffer.messaging.internal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps the metrics, which tell how busy everybody is, to those who know the bearer secret: a
 * scraper that is told the file it stands in. Health stays open to probes.
 */
@ApplicationScoped
class MetricsRoute {

  private static final String PATH = "/q/metrics";

  private final InternalToken token;

  MetricsRoute(InternalToken token) {
    this.token = token;
  }

  void guard(@Observes Filters filters) {
    filters.register(this::guard, 100);
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
