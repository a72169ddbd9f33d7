package io.coffer.worker.task;

import io.coffer.contracts.Catalogue;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Message;
import io.coffer.contracts.task.TaskProgress;
import io.coffer.messaging.dispatch.Dispatcher;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.messaging.envelope.Received;
import io.coffer.messaging.outbox.OutboxProducer;
import io.coffer.messaging.outbox.Outgoing;
import io.coffer.messaging.time.Clock;
import io.coffer.worker.job.Task;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/** Says what becomes of tasks: beginnings and ends through the dispatcher, progress directly. */
@ApplicationScoped
class TaskReporter {

  private static final String SOURCE = "backup-worker";

  private final Dispatcher dispatcher;
  private final OutboxProducer producer;
  private final Clock clock;
  private final String owner;

  TaskReporter(Dispatcher dispatcher, OutboxProducer producer, Clock clock, TaskTable tasks) {
    this.dispatcher = dispatcher;
    this.producer = producer;
    this.clock = clock;
    this.owner = tasks.owner();
  }

  /** The task is under way. Waits until that is committed, for as long as the database is away. */
  void begun(Task task) {
    Instant now = clock.now();
    dispatch(task, "begun", now, new TaskBegun(task.id(), holder(task), now));
  }

  /** The task is over. Waits until that is committed, for as long as the database is away. */
  void ended(Task task, TaskResult result, OptionalLong measured) {
    Instant now = clock.now();
    dispatch(task, "ended", now, new TaskEnded(task.id(), holder(task), result, measured, now));
  }

  /** Tells how far it is; may be lost. */
  void progress(Task task, Progress progress, int number) {
    Instant now = clock.now();
    TaskProgress message =
        new TaskProgress(
            task.id(),
            progress.percent(),
            progress.totalBytes(),
            progress.processedBytes(),
            progress.storedBytes(),
            now);
    UUID id = DerivedId.of(task.id(), "progress/" + task.epoch() + "/" + number);
    String type = Catalogue.of(message).type();
    producer.sendUnreliably(Outgoing.of(message, task.envelope(id, type, SOURCE, now)));
  }

  private Holder holder(Task task) {
    return new Holder(owner, task.epoch());
  }

  private void dispatch(Task task, String what, Instant now, Message message) {
    UUID id = DerivedId.of(task.id(), what + "/" + task.epoch());
    Envelope envelope = task.envelope(id, "coffer.worker.task-" + what + ".v1", SOURCE, now);
    try {
      VertxContextSupport.subscribeAndAwait(
          () -> dispatcher.dispatchLocal(new Received(envelope, message)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("task " + task.id() + " cannot be reported", e);
    }
  }
}
