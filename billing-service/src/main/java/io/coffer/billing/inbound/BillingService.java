package io.coffer.billing.inbound;

import io.coffer.messaging.dispatch.Service;
import jakarta.enterprise.context.ApplicationScoped;

/** billing-service as the plumbing sees it: it decides nothing yet. */
@ApplicationScoped
class BillingService implements Service {

  @Override
  public String name() {
    return "billing-service";
  }
}
