package io.coffer.gateway;

import io.coffer.contracts.Topic;
import io.coffer.messaging.dispatch.Fold;
import io.coffer.messaging.dispatch.Handlers;
import io.coffer.messaging.dispatch.Service;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The gateway as the plumbing sees it: it decides nothing and folds nothing. */
@ApplicationScoped
class GatewayService implements Service {

  @Override
  public String name() {
    return "api-gateway";
  }

  @Override
  public Handlers handlers() {
    return new Handlers();
  }

  @Override
  public Fold fold() {
    return (event, envelope) -> Uni.createFrom().voidItem();
  }

  @Override
  public Set<Topic> foldedTopics() {
    return Set.of();
  }
}
