package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicyCommand.ReportDelivery;
import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryEnded;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes how a project took what it was ordered last; what it says of older orders is past. */
@ApplicationScoped
class ReportDeliveryHandler implements Handler<ReportDelivery, Delivery> {

  private final DeliveryStore deliveries;

  ReportDeliveryHandler(DeliveryStore deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public Uni<Delivery> load(ReportDelivery command, Envelope envelope) {
    return deliveries.one(envelope.project(), command.organizationPolicyId(), command.projectId());
  }

  @Override
  public Decision decide(Delivery delivery, ReportDelivery command, Envelope envelope) {
    boolean awaited =
        delivery.revision() == command.revision() && delivery.status().equals(Delivery.SYNCING);
    return awaited
        ? Decision.accept(
            new DeliveryEnded(
                command.organizationPolicyId(),
                command.projectId(),
                command.revision(),
                command.error(),
                envelope.time()))
        : Decision.nothing();
  }

  /** The policy is gone, or the project left. */
  @Override
  public Decision absent(ReportDelivery command) {
    return Decision.nothing();
  }
}
