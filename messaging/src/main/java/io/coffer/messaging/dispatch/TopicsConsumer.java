package io.coffer.messaging.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes from every topic that a service may listen to; it does from those whose channel its
 * settings enable. A channel each, so that none waits for another.
 */
@ApplicationScoped
class TopicsConsumer {

  private final Dispatcher dispatcher;

  TopicsConsumer(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Incoming("vault-commands-in")
  Uni<Void> vaultCommands(ConsumerRecords<String, byte[]> records) {
    return dispatcher.dispatch(records);
  }

  @Incoming("vault-events-in")
  Uni<Void> vaultEvents(ConsumerRecords<String, byte[]> records) {
    return dispatcher.dispatch(records);
  }

  @Incoming("policy-commands-in")
  Uni<Void> policyCommands(ConsumerRecords<String, byte[]> records) {
    return dispatcher.dispatch(records);
  }

  @Incoming("policy-events-in")
  Uni<Void> policyEvents(ConsumerRecords<String, byte[]> records) {
    return dispatcher.dispatch(records);
  }

  @Incoming("billing-commands-in")
  Uni<Void> billingCommands(ConsumerRecords<String, byte[]> records) {
    return dispatcher.dispatch(records);
  }

  @Incoming("task-events-in")
  Uni<Void> taskEvents(ConsumerRecords<String, byte[]> records) {
    return dispatcher.dispatch(records);
  }
}
