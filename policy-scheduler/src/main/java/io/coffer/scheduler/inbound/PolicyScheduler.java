package io.coffer.scheduler.inbound;

import io.coffer.messaging.dispatch.Service;
import jakarta.enterprise.context.ApplicationScoped;

/** policy-scheduler as the plumbing sees it: it decides nothing yet. */
@ApplicationScoped
class PolicyScheduler implements Service {

  @Override
  public String name() {
    return "policy-scheduler";
  }
}
