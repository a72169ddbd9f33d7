package io.coffer.worker.delivery;

import io.coffer.contracts.task.DeliveryEvent.DeliveryGivenUp;
import io.coffer.contracts.task.DeliveryEvent.DeliverySucceeded;
import io.coffer.contracts.task.DeliveryEvent.ReceiverGone;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Ends a delivery with its only event. */
@ApplicationScoped
class EndDeliveryHandler implements Handler<DeliveryEnded, Boolean> {

  private final DeliveryStore deliveries;

  EndDeliveryHandler(DeliveryStore deliveries) {
    this.deliveries = deliveries;
  }

  /** Null when another worker has it by now. */
  @Override
  public Uni<Boolean> load(DeliveryEnded ended, Envelope envelope) {
    return deliveries.isHeld(ended.delivery(), ended.holder()).map(held -> held ? true : null);
  }

  @Override
  public Decision decide(Boolean held, DeliveryEnded ended, Envelope envelope) {
    Delivery of = ended.delivery();
    Instant at = ended.endedAt();
    return Decision.accept(
        switch (ended.attempt().end()) {
          case DELIVERED ->
              new DeliverySucceeded(of.id(), of.subscriptionId(), of.noticeId(), of.attempts(), at);
          case GONE -> new ReceiverGone(of.id(), of.subscriptionId(), of.noticeId(), at);
          case FAILED, HOPELESS ->
              new DeliveryGivenUp(
                  of.id(),
                  of.subscriptionId(),
                  of.noticeId(),
                  of.attempts(),
                  ended.attempt().reason(),
                  at);
        });
  }

  @Override
  public Decision absent(DeliveryEnded ended) {
    return Decision.nothing();
  }
}
