package io.coffer.vault.inbound;

import io.coffer.contracts.task.TaskProgress;
import io.coffer.messaging.envelope.Incoming;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.envelope.UnreadableException;
import io.coffer.vault.operationlog.TaskProgressTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * How far tasks are. Past the dispatcher: reports are no facts, they need no order and no inbox,
 * and one that cannot be read or kept is dropped, as the next one says more.
 */
@ApplicationScoped
class TaskProgressConsumer {

  private static final Logger LOG = Logger.getLogger(TaskProgressConsumer.class);

  private final TaskProgressTable progress;

  TaskProgressConsumer(TaskProgressTable progress) {
    this.progress = progress;
  }

  @org.eclipse.microprofile.reactive.messaging.Incoming("task-progress-in")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    List<TaskProgress> reports = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        if (Received.read(Incoming.of(record)).message() instanceof TaskProgress report) {
          reports.add(report);
        }
      } catch (UnreadableException e) {
        LOG.warnf("a progress report is dropped: %s", e.getMessage());
      }
    }
    return progress
        .keep(reports)
        .onFailure()
        .invoke(failure -> LOG.warnf("progress is not kept: %s", failure.getMessage()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }
}
