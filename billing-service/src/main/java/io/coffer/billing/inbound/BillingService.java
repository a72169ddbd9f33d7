package io.coffer.billing.inbound;

import io.coffer.billing.metering.MeteringFold;
import io.coffer.contracts.Topic;
import io.coffer.messaging.dispatch.Fold;
import io.coffer.messaging.dispatch.Handlers;
import io.coffer.messaging.dispatch.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * billing-service as the plumbing sees it: it decides nothing yet and meters what backups take up.
 */
@ApplicationScoped
class BillingService implements Service {

  private final MeteringFold metering;
  private final Handlers handlers = new Handlers();

  BillingService(MeteringFold metering) {
    this.metering = metering;
  }

  @Override
  public String name() {
    return "billing-service";
  }

  @Override
  public Handlers handlers() {
    return handlers;
  }

  @Override
  public Fold fold() {
    return metering;
  }

  @Override
  public Set<Topic> foldedTopics() {
    return Set.of(Topic.VAULT_EVENTS);
  }
}
