package io.coffer.worker.plumbing;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A thread that claims what is due, each time that it is woken up and once in a while. First, and
 * until that succeeds, it takes up what this worker had in a former life.
 */
public final class ClaimThread {

  private static final Logger LOG = Logger.getLogger(ClaimThread.class);

  private final Duration poll;
  private final Runnable own;
  private final Runnable claim;
  private final Semaphore wakeUps = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopping;

  public ClaimThread(String name, Duration poll, Runnable own, Runnable claim) {
    this.poll = poll;
    this.own = own;
    this.claim = claim;
    thread = new Thread(this::loop, name);
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** There may be something to claim. */
  public void wake() {
    wakeUps.release();
  }

  /** Claims nothing more; what is being claimed may still come. */
  public void stop() {
    stopping = true;
    wake();
  }

  public boolean isStopping() {
    return stopping;
  }

  private void loop() {
    boolean ownTaken = false;
    while (!stopping) {
      try {
        if (!ownTaken) {
          own.run();
          ownTaken = true;
        }
        claim.run();
      } catch (DatabaseAwayException e) {
        LOG.warnf("nothing is claimed loop=%s: %s", thread.getName(), e.getMessage());
      } catch (RuntimeException e) {
        LOG.errorf(e, "not begun loop=%s", thread.getName());
      }
      await();
    }
  }

  private void await() {
    try {
      wakeUps.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
      wakeUps.drainPermits();
    } catch (InterruptedException e) {
      stopping = true;
    }
  }
}
