package io.coffer.gateway.error;

import io.coffer.contracts.CbrError;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.ext.web.RoutingContext;
import io.vertx.pgclient.PgException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns every exception into a documented answer. What nobody foresaw is logged with its trace and
 * told without.
 */
@Singleton
class ErrorMappers {

  private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

  private volatile boolean ending;

  /** From now on clients and connections are closed under whoever still uses them. */
  void end(@Observes @Priority(1) ShutdownEvent event) {
    ending = true;
  }

  @ServerExceptionMapper
  Response refused(ApiException refusal, RoutingContext http) {
    Response.ResponseBuilder response =
        Response.status(refusal.status())
            .type(MediaType.APPLICATION_JSON)
            .entity(
                ErrorForm.of(http).body(refusal.code(), refusal.getMessage(), RequestId.of(http)));
    if (refusal.retryAfterSeconds() > 0) {
      response.header("Retry-After", refusal.retryAfterSeconds());
    }
    return response.build();
  }

  @ServerExceptionMapper
  Response keystone(KeystoneException refusal) {
    return Response.status(refusal.status())
        .type(MediaType.APPLICATION_JSON)
        .entity(
            ErrorBody.keystone(
                refusal.status(), refusal.title(), refusal.code(), refusal.getMessage()))
        .build();
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException refusal, RoutingContext http) {
    int status = refusal.getResponse().getStatus();
    if (refusal instanceof NotFoundException || refusal instanceof NotAllowedException) {
      return refused(ApiException.noSuchApi(), http);
    }
    if (status >= 400 && status < 500) {
      return refused(ApiException.of(CbrError.BAD_REQUEST, "API request error."), http);
    }
    return unforeseen(refusal, http);
  }

  @ServerExceptionMapper
  Response unforeseen(Throwable failure, RoutingContext http) {
    if (dependency(failure)) {
      LOG.warnf("a dependency failed request=%s: %s", RequestId.of(http), failure);
      return refused(ApiException.unavailable(), http);
    }
    LOG.errorf(failure, "unforeseen request=%s", RequestId.of(http));
    return refused(
        ending
            ? ApiException.unavailable()
            : ApiException.of(CbrError.INTERNAL_ERROR, "Internal server error."),
        http);
  }

  private static boolean dependency(Throwable failure) {
    return failure instanceof IOException
        || failure instanceof TimeoutException
        || failure instanceof PgException
        || failure instanceof io.smallrye.mutiny.TimeoutException
        || failure instanceof NoStackTraceThrowable
        || failure.getClass().getName().contains("ConnectionPoolTooBusy")
        || failure.getClass().getName().contains("ClosedConnection");
  }
}
