package io.coffer.scheduler.fire;

import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.milestone.MilestoneListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;

/** Breaks what is carried out next, once. */
@ApplicationScoped
public class Crash implements MilestoneListener {

  private final AtomicReference<Milestone> next = new AtomicReference<>();

  public void at(Milestone milestone) {
    next.set(milestone);
  }

  @Override
  public void reached(Milestone milestone) {
    if (next.compareAndSet(milestone, null)) {
      throw new IllegalStateException("crashed at " + milestone);
    }
  }
}
