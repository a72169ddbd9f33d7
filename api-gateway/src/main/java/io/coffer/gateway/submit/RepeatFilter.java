package io.coffer.gateway.submit;

import io.coffer.contracts.Topic;
import io.coffer.gateway.relay.OwnerAnswer;
import io.coffer.gateway.request.GatewayRequest;
import io.coffer.messaging.internal.InternalToken;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Iterator;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Answers a repeated request with its first outcome before anything else is looked at: what the
 * first one changed must not decide about the second. Runs once the caller is admitted.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
class RepeatFilter implements ContainerRequestFilter {

  private final Outcomes outcomes;
  private final InternalToken key;

  RepeatFilter(Outcomes outcomes, InternalToken key) {
    this.outcomes = outcomes;
    this.key = key;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    if (context.getMethod().equals("GET")) {
      return;
    }
    ResteasyReactiveContainerRequestContext request =
        (ResteasyReactiveContainerRequestContext) context;
    ResteasyReactiveRequestContext exchange =
        (ResteasyReactiveRequestContext) request.getServerRequestContext();
    GatewayRequest asked = GatewayRequest.of(exchange.unwrap(RoutingContext.class));
    if (asked.project() == null) {
      return;
    }
    Optional<ClientToken> token = ClientToken.of(asked, key);
    if (token.isEmpty()) {
      return;
    }
    request.suspend();
    earlier(token.get(), CommandProducer.REPEATED.iterator())
        .subscribe()
        .with(
            known -> {
              known.ifPresent(answer -> context.abortWith(answer.response()));
              request.resume();
            },
            request::resume);
  }

  /** The first outcome under this token; 400 when it is that of another request. */
  private Uni<Optional<OwnerAnswer>> earlier(ClientToken token, Iterator<Topic> owners) {
    if (!owners.hasNext()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return outcomes
        .of(owners.next(), token.command())
        .chain(
            known ->
                known.isPresent()
                    ? Uni.createFrom().item(Optional.of(known.get().answerTo(token)))
                    : earlier(token, owners));
  }
}
