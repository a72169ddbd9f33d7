package io.coffer.messaging.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;

/** Passes milestones on to whoever listens. */
@ApplicationScoped
public class Milestones {

  private final List<MilestoneListener> listeners;

  Milestones(@Any Instance<MilestoneListener> listeners) {
    this.listeners = listeners.stream().toList();
  }

  /** Tells all listeners. */
  public void reached(Milestone milestone) {
    listeners.forEach(listener -> listener.reached(milestone));
  }
}
