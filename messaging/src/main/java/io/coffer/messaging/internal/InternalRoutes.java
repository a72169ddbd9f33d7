package io.coffer.messaging.internal;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps everybody out of {@code /internal/} who does not know the bearer secret that the processes
 * of one stack share.
 */
public class InternalRoutes {

  private static final Response REFUSED =
      Response.status(Response.Status.UNAUTHORIZED)
          .type(MediaType.APPLICATION_JSON)
          .entity(InternalToken.REFUSAL)
          .build();

  private final InternalToken token;

  InternalRoutes(InternalToken token) {
    this.token = token;
  }

  /** Refuses a request to an internal route that does not show the secret; null lets it pass. */
  @ServerRequestFilter(preMatching = true)
  @Priority(Priorities.AUTHENTICATION)
  public Response guard(ContainerRequestContext request) {
    // Not the router's path: REST drops what follows a semicolon, and would let that in.
    if (!request.getUriInfo().getPath().startsWith("/internal/")) {
      return null;
    }
    return token.isShownBy(request.getHeaderString(HttpHeaders.AUTHORIZATION)) ? null : REFUSED;
  }
}
