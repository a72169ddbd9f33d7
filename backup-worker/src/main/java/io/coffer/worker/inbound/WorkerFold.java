package io.coffer.worker.inbound;

import io.coffer.contracts.Event;
import io.coffer.contracts.Topic;
import io.coffer.contracts.inventory.InventoryEvent;
import io.coffer.contracts.task.DeliveryEvent;
import io.coffer.contracts.task.TaskEvent;
import io.coffer.messaging.dispatch.Fold;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.worker.delivery.DeliveryStore;
import io.coffer.worker.inventory.InventoryFold;
import io.coffer.worker.task.TaskFold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** What the tables of work make of what is said of it, in one transaction with its last word. */
@ApplicationScoped
class WorkerFold implements Fold {

  private final TaskFold tasks;
  private final DeliveryStore deliveries;
  private final InventoryFold inventory;

  WorkerFold(TaskFold tasks, DeliveryStore deliveries, InventoryFold inventory) {
    this.tasks = tasks;
    this.deliveries = deliveries;
    this.inventory = inventory;
  }

  @Override
  public Uni<Void> apply(Event event, Envelope envelope) {
    if (event instanceof DeliveryEvent delivery) {
      return deliveries.ended(delivery);
    }
    return event instanceof InventoryEvent said
        ? inventory.apply(said, envelope.project())
        : tasks.apply((TaskEvent) event);
  }

  /** Tables of work are plumbing, which nobody rebuilds. */
  @Override
  public Set<Topic> topics() {
    return Set.of();
  }
}
