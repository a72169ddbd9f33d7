package io.coffer.vault.inbound;

import io.coffer.messaging.dispatch.Dispatcher;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What workers say of tasks. */
@ApplicationScoped
class TaskEventsConsumer {

  private final Dispatcher dispatcher;

  TaskEventsConsumer(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Incoming("task-events-in")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return dispatcher.dispatch(records);
  }
}
