package io.coffer.vault.inbound;

import io.coffer.messaging.dispatch.Dispatcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What callers want of vaults and backups. */
@ApplicationScoped
class VaultCommandsConsumer {

  private final Dispatcher dispatcher;

  VaultCommandsConsumer(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Incoming("vault-commands-in")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return dispatcher.dispatch(records);
  }
}
