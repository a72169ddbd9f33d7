package io.coffer.scheduler.inbound;

import io.coffer.messaging.dispatch.Handlers;
import io.coffer.messaging.dispatch.Service;
import jakarta.enterprise.context.ApplicationScoped;

/** policy-scheduler as the plumbing sees it: it decides nothing yet. */
@ApplicationScoped
class PolicyScheduler implements Service {

  private final Handlers handlers = new Handlers();

  @Override
  public String name() {
    return "policy-scheduler";
  }

  @Override
  public Handlers handlers() {
    return handlers;
  }
}
