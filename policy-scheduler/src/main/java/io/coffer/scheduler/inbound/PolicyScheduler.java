package io.coffer.scheduler.inbound;

import io.coffer.contracts.Topic;
import io.coffer.messaging.dispatch.Fold;
import io.coffer.messaging.dispatch.Handlers;
import io.coffer.messaging.dispatch.Service;
import io.coffer.scheduler.binding.BindingFold;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * policy-scheduler as the plumbing sees it: it decides nothing yet and keeps a copy of what vaults
 * hold.
 */
@ApplicationScoped
class PolicyScheduler implements Service {

  private final BindingFold bindings;
  private final Handlers handlers = new Handlers();

  PolicyScheduler(BindingFold bindings) {
    this.bindings = bindings;
  }

  @Override
  public String name() {
    return "policy-scheduler";
  }

  @Override
  public Handlers handlers() {
    return handlers;
  }

  @Override
  public Fold fold() {
    return bindings;
  }

  @Override
  public Set<Topic> foldedTopics() {
    return Set.of(Topic.VAULT_EVENTS);
  }
}
