package io.coffer.billing.dbom;

import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.milestone.MilestoneListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;

/** Breaks what is done next, once. */
@ApplicationScoped
class Crash implements MilestoneListener {

  private final AtomicReference<Milestone> next = new AtomicReference<>();

  void at(Milestone milestone) {
    next.set(milestone);
  }

  @Override
  public void reached(Milestone milestone) {
    if (next.compareAndSet(milestone, null)) {
      throw new IllegalStateException("crashed at " + milestone);
    }
  }
}
