package io.coffer.gateway.request;

import io.coffer.gateway.contract.Contract;
import io.coffer.gateway.contract.Operation;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Path;
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

/** Tells each request which operation of the contract it is one of. */
@Provider
@Priority(Priorities.AUTHENTICATION - 1)
class OperationFilter implements ContainerRequestFilter {

  private final Contract contract;
  private final Map<RuntimeResource, Optional<Operation>> known = new ConcurrentHashMap<>();

  OperationFilter(Contract contract) {
    this.contract = contract;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    ResteasyReactiveRequestContext exchange =
        (ResteasyReactiveRequestContext)
            ((ResteasyReactiveContainerRequestContext) context).getServerRequestContext();
    known
        .computeIfAbsent(exchange.getTarget(), this::operation)
        .ifPresent(
            operation ->
                GatewayRequest.of(exchange.unwrap(RoutingContext.class))
                    .routed(operation, context.getUriInfo().getPathParameters()));
  }

  private Optional<Operation> operation(RuntimeResource route) {
    Path below = route.getLazyMethod().getMethod().getAnnotation(Path.class);
    String path = "/" + route.getResourceClass().getAnnotation(Path.class).value();
    if (below != null) {
      path += "/" + below.value();
    }
    return Optional.ofNullable(
        contract.at(
            route.getHttpMethod() + " " + path.replaceAll("/+", "/").replaceAll("(.)/$", "$1")));
  }
}
