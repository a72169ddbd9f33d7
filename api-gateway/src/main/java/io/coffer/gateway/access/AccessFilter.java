package io.coffer.gateway.access;

import io.coffer.contracts.CbrError;
import io.coffer.gateway.error.ApiException;
import io.coffer.gateway.identity.Caller;
import io.coffer.gateway.request.GatewayRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * The one door: nobody reaches a route without credentials, nor a project that is not the caller's.
 * A foreign project is refused with the same words whether it exists or not.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
class AccessFilter implements ContainerRequestFilter {

  /** Guarded by the bearer secret of the processes, not by accounts. */
  private static final String INTERNAL = "/internal/";

  private final Authentication authentication;
  private final Map<RuntimeResource, Boolean> open = new ConcurrentHashMap<>();

  AccessFilter(Authentication authentication) {
    this.authentication = authentication;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    ResteasyReactiveContainerRequestContext request =
        (ResteasyReactiveContainerRequestContext) context;
    ResteasyReactiveRequestContext exchange =
        (ResteasyReactiveRequestContext) request.getServerRequestContext();
    if (isOpen(exchange.getTarget()) || context.getUriInfo().getPath().startsWith(INTERNAL)) {
      return;
    }
    GatewayRequest asked = GatewayRequest.of(exchange.unwrap(RoutingContext.class));
    Optional<Caller> known = authentication.atOnce(asked);
    if (known.isPresent()) {
      admit(asked, known.get(), context);
      return;
    }
    request.suspend();
    authentication
        .fromDatabase(asked)
        .invoke(caller -> admit(asked, caller, context))
        .subscribe()
        .with(admitted -> request.resume(), request::resume);
  }

  private static void admit(GatewayRequest asked, Caller caller, ContainerRequestContext context) {
    String project = context.getUriInfo().getPathParameters().getFirst("project_id");
    if (project != null && caller.mayUse(project).isEmpty()) {
      throw ApiException.of(CbrError.ACCESS_DENIED, "API access denied.");
    }
    asked.provedBy(caller);
  }

  private boolean isOpen(RuntimeResource route) {
    return open.computeIfAbsent(
        route,
        target ->
            target.getResourceClass().isAnnotationPresent(Unauthenticated.class)
                || target.getLazyMethod().getMethod().isAnnotationPresent(Unauthenticated.class));
  }
}
