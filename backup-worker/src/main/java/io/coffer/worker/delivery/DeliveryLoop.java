package io.coffer.worker.delivery;

import io.coffer.messaging.time.Clock;
import io.coffer.worker.WorkerSettings;
import io.coffer.worker.plumbing.ClaimThread;
import io.coffer.worker.plumbing.DatabaseAwayException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Carries notices out of the house: looks for them at start, when an order came, when an attempt
 * ended and every second. Each attempt has a thread, so that a receiver which hangs holds nobody
 * else.
 */
@ApplicationScoped
public class DeliveryLoop {

  private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
  private static final int MOST = 64;
  private static final int LAST = 4000;

  private final DeliveryTable deliveries;
  private final DeliveryRun run;
  private final Clock clock;
  private final Semaphore free = new Semaphore(MOST);
  private final ExecutorService attempts = Executors.newCachedThreadPool(DeliveryLoop::daemon);
  private final ClaimThread claims;

  DeliveryLoop(DeliveryTable deliveries, DeliveryRun run, Clock clock, WorkerSettings settings) {
    this.deliveries = deliveries;
    this.run = run;
    this.clock = clock;
    claims =
        new ClaimThread(
            "delivery-claims", settings.worker().poll(), deliveries::takeOverOwn, this::claim);
  }

  void start(@Observes @Priority(LAST) StartupEvent started) {
    if (!ConfigUtils.isProfileActive("replay")) {
      claims.start();
    }
  }

  /** What is under way is tried again by the next start, or by another worker. */
  void stop(@Observes ShutdownEvent ending) {
    claims.stop();
    attempts.shutdownNow();
  }

  /** There may be something to deliver. */
  public void wake() {
    claims.wake();
  }

  private void claim() {
    int room = free.availablePermits();
    if (room == 0) {
      return;
    }
    for (Delivery delivery : deliveries.claim(clock.now(), room)) {
      free.acquireUninterruptibly();
      attempts.execute(() -> attempt(delivery));
    }
  }

  private void attempt(Delivery delivery) {
    try {
      run.run(delivery);
    } catch (DatabaseAwayException e) {
      LOG.warnf("left to its lease delivery=%s: %s", delivery.id(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.errorf(e, "unforeseen delivery=%s", delivery.id());
    } finally {
      free.release();
      wake();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "delivery");
    thread.setDaemon(true);
    return thread;
  }
}
