package io.coffer.billing.inbound;

import io.coffer.messaging.dispatch.Dispatcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What happens to vaults and backups, for metering. */
@ApplicationScoped
class VaultEventsConsumer {

  private final Dispatcher dispatcher;

  VaultEventsConsumer(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Incoming("vault-events-in")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return dispatcher.dispatch(records);
  }
}
