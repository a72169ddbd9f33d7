package io.coffer.messaging.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** Passes milestones on to whoever listens. */
@ApplicationScoped
public class Milestones {

  private final List<MilestoneListener> listeners;

  @Inject
  Milestones(@Any Instance<MilestoneListener> listeners) {
    this(listeners.stream().toList());
  }

  /** Passes them on to these. */
  public Milestones(List<MilestoneListener> listeners) {
    this.listeners = listeners;
  }

  /** Tells all listeners. */
  public void reached(Milestone milestone) {
    listeners.forEach(listener -> listener.reached(milestone));
  }
}
