package io.coffer.worker.inbound;

import io.coffer.messaging.dispatch.Dispatcher;
import io.coffer.worker.delivery.DeliveryLoop;
import io.coffer.worker.task.TaskClaimLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the orders of vault-service. Each is a row within milliseconds; the work comes later. */
@ApplicationScoped
class WorkCommandsConsumer {

  private final Dispatcher dispatcher;
  private final TaskClaimLoop claims;
  private final DeliveryLoop deliveries;

  WorkCommandsConsumer(Dispatcher dispatcher, TaskClaimLoop claims, DeliveryLoop deliveries) {
    this.dispatcher = dispatcher;
    this.claims = claims;
    this.deliveries = deliveries;
  }

  @Incoming("work-commands-in")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return dispatcher.dispatch(records).invoke(claims::wake).invoke(deliveries::wake);
  }
}
