package io.coffer.scheduler.organizationpolicy;

import io.coffer.contracts.policy.OrganizationPolicyCommand.ReportDelivery;
import io.coffer.contracts.policy.OrganizationPolicyEvent.DeliveryEnded;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Notes how a project took what it was ordered last; what it says of older orders is past. */
@ApplicationScoped
class ReportDeliveryHandler implements Handler<ReportDelivery, Long> {

  private final DeliveryStore deliveries;
  private final DeliveryRetryStore retries;

  ReportDeliveryHandler(DeliveryStore deliveries, DeliveryRetryStore retries) {
    this.deliveries = deliveries;
    this.retries = retries;
  }

  /** The revision of the order that an answer is awaited to. */
  @Override
  public Uni<Long> load(ReportDelivery command, Envelope envelope) {
    String domain = envelope.project();
    UUID policy = command.organizationPolicyId();
    return deliveries
        .one(domain, policy, command.projectId())
        .chain(
            delivery ->
                delivery == null
                    ? retries.leaving(domain, policy, command.projectId())
                    : Uni.createFrom().item(awaited(delivery)));
  }

  @Override
  public Decision decide(Long awaited, ReportDelivery command, Envelope envelope) {
    return awaited == command.revision()
        ? Decision.accept(
            new DeliveryEnded(
                command.organizationPolicyId(),
                command.projectId(),
                command.revision(),
                command.error(),
                envelope.time()))
        : Decision.nothing();
  }

  /** Nothing is awaited of the project. */
  @Override
  public Decision absent(ReportDelivery command) {
    return Decision.nothing();
  }

  private static Long awaited(Delivery delivery) {
    return delivery.status().equals(Delivery.SYNCING) ? delivery.revision() : null;
  }
}
