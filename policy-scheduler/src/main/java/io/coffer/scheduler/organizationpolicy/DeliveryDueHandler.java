package io.coffer.scheduler.organizationpolicy;

import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Orders a delivery again, unless it was fulfilled or another order overtook it meanwhile. */
@ApplicationScoped
class DeliveryDueHandler implements Handler<DeliveryDue, DeliveryDueHandler.State> {

  private final OrganizationPolicyStore policies;
  private final DeliveryStore deliveries;

  DeliveryDueHandler(OrganizationPolicyStore policies, DeliveryStore deliveries) {
    this.policies = policies;
    this.deliveries = deliveries;
  }

  /** What is known. */
  record State(OrganizationPolicyState policy, Delivery delivery) {}

  @Override
  public Uni<State> load(DeliveryDue due, Envelope envelope) {
    String domain = envelope.project();
    return Loading.of(policies.state(domain, due.organizationPolicyId()))
        .then(policy -> deliveries.one(domain, policy.id(), due.projectId()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, DeliveryDue due, Envelope envelope) {
    Delivery delivery = state.delivery();
    boolean open =
        delivery.revision() == due.revision() && !delivery.status().equals(Delivery.AVAILABLE);
    return open
        ? Delivering.order(
            Decision.nothing(),
            state.policy(),
            envelope.project(),
            List.of(delivery.project()),
            List.of(),
            envelope.time())
        : Decision.nothing();
  }

  /** The policy is gone, or the project left. */
  @Override
  public Decision absent(DeliveryDue due) {
    return Decision.nothing();
  }
}
