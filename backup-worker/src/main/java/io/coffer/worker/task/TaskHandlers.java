package io.coffer.worker.task;

import io.coffer.messaging.dispatch.Handlers;
import jakarta.enterprise.context.ApplicationScoped;

/** The messages that a worker gives itself. */
@ApplicationScoped
public class TaskHandlers {

  private final BeginTaskHandler begin;
  private final EndTaskHandler end;

  TaskHandlers(BeginTaskHandler begin, EndTaskHandler end) {
    this.begin = begin;
    this.end = end;
  }

  /** Adds them to the table of the service. */
  public Handlers addTo(Handlers handlers) {
    return handlers.on(TaskBegun.class, begin).on(TaskEnded.class, end);
  }
}
