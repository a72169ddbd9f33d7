package io.coffer.worker.inbound;

import io.coffer.contracts.work.DeliveryCommand;
import io.coffer.contracts.work.DeliveryCommand.ForgetSubscription;
import io.coffer.contracts.work.DeliveryCommand.StartDelivery;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.worker.delivery.DeliveryStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes durable deliveries of orders, and drops those that nobody wants any more. */
@ApplicationScoped
class QueueDeliveryHandler implements Handler<DeliveryCommand, Void> {

  private final DeliveryStore deliveries;

  QueueDeliveryHandler(DeliveryStore deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public Uni<Void> load(DeliveryCommand command, Envelope envelope) {
    return command instanceof StartDelivery order
        ? deliveries.add(order, envelope)
        : deliveries.forget((ForgetSubscription) command, envelope);
  }

  @Override
  public Decision decide(Void state, DeliveryCommand command, Envelope envelope) {
    return Decision.nothing();
  }

  @Override
  public Decision absent(DeliveryCommand command) {
    return Decision.nothing();
  }
}
