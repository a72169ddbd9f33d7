package io.coffer.vault.inbound;

import io.coffer.contracts.task.TaskProgress;
import io.coffer.messaging.dispatch.Dispatcher;
import io.coffer.messaging.dispatch.Sequence;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.envelope.UnreadableException;
import io.coffer.vault.operationlog.TaskProgressTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * How far tasks are. Past the dispatcher: reports are no facts, they need no order and no inbox,
 * and one that cannot be kept now is dropped, as the next one says more. What is no report at all
 * goes where everything goes that nobody can read.
 */
@ApplicationScoped
class TaskProgressConsumer {

  private static final Logger LOG = Logger.getLogger(TaskProgressConsumer.class);

  private final TaskProgressTable progress;
  private final Dispatcher dispatcher;

  TaskProgressConsumer(TaskProgressTable progress, Dispatcher dispatcher) {
    this.progress = progress;
    this.dispatcher = dispatcher;
  }

  @org.eclipse.microprofile.reactive.messaging.Incoming("task-progress-in")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    List<TaskProgress> reports = new ArrayList<>();
    Map<Incoming, String> unreadable = new LinkedHashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      Incoming incoming = Incoming.of(record);
      try {
        reports.add((TaskProgress) Received.read(incoming).message());
      } catch (UnreadableException e) {
        unreadable.put(incoming, e.getMessage());
      }
    }
    return Sequence.each(
            List.copyOf(unreadable.keySet()),
            incoming -> dispatcher.setAside(incoming, unreadable.get(incoming)))
        .chain(() -> keep(reports));
  }

  private Uni<Void> keep(List<TaskProgress> reports) {
    return Uni.createFrom()
        .deferred(() -> progress.keep(reports))
        .onFailure()
        .invoke(
            failure ->
                LOG.warnf(
                    "progress is not kept reports=%d: %s", reports.size(), failure.getMessage()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }
}
