package io.coffer.messaging.internal;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps everybody out of {@code /internal/} who does not know the bearer secret that the processes
 * of one stack share.
 */
public class InternalRoutes {

  private static final Response REFUSED =
      Response.status(Response.Status.UNAUTHORIZED)
          .type(MediaType.APPLICATION_JSON)
          .entity(
              "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"Internal routes need the bearer secret.\"}")
          .build();

  private final InternalToken token;

  InternalRoutes(InternalToken token) {
    this.token = token;
  }

  /** Refuses a request to an internal route that does not show the secret; null lets it pass. */
  @ServerRequestFilter(preMatching = true)
  @Priority(Priorities.AUTHENTICATION)
  public Response guard(ContainerRequestContext request) {
    if (!request.getUriInfo().getPath().startsWith("/internal/")) {
      return null;
    }
    String presented = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    return presented != null && equal(presented, token.authorization()) ? null : REFUSED;
  }

  private static boolean equal(String presented, String expected) {
    return MessageDigest.isEqual(
        presented.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
