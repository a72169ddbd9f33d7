package io.coffer.messaging.testing;

import io.coffer.messaging.milestone.Milestone;
import io.coffer.messaging.milestone.MilestoneListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Breaks what is done: once, next or after some more that are let through, or all of it. */
@ApplicationScoped
public class Crash implements MilestoneListener {

  private final AtomicInteger left = new AtomicInteger();
  private final AtomicInteger broken = new AtomicInteger();
  private final AtomicBoolean firstTry = new AtomicBoolean(true);
  private volatile Milestone where;
  private volatile Milestone every;

  /** The next time that something gets there. */
  public void at(Milestone milestone) {
    at(milestone, 1);
  }

  /** The time with this number that something gets there. */
  public void at(Milestone milestone, int time) {
    left.set(0);
    where = milestone;
    left.set(time);
  }

  /** Each time that something gets there, but for its second try. */
  public void atEach(Milestone milestone) {
    broken.set(0);
    firstTry.set(true);
    every = milestone;
  }

  /** Breaks nothing any more, and says how much was broken each time. */
  public int stop() {
    every = null;
    return broken.get();
  }

  /** Whether nothing got there so often; then nothing will break any more. */
  public boolean cameToNothing() {
    return left.getAndSet(0) > 0;
  }

  @Override
  public void reached(Milestone milestone) {
    boolean now = milestone == where && left.getAndUpdate(n -> Math.max(0, n - 1)) == 1;
    if (milestone == every && firstTry.getAndSet(!firstTry.get())) {
      now = true;
      broken.incrementAndGet();
    }
    if (now) {
      throw new IllegalStateException("crashed at " + milestone);
    }
  }
}
