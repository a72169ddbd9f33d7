package io.coffer.messaging.round;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Something that a service does again and again, on a thread of its own. A round that fails is told
 * in the log, and the next one comes all the same. In a process that replays there are none.
 */
public final class Rounds implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Rounds.class);

  private final String name;
  private final Runnable round;
  private final ScheduledExecutorService thread;

  /**
   * @param name of the thread, and of what is told where a round fails
   */
  public Rounds(String name, Runnable round) {
    this.name = name;
    this.round = round;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              return made;
            });
  }

  /** Begins after so long, and rests so long after each round. */
  public void begin(Duration pause) {
    if (!ConfigUtils.isProfileActive("replay")) {
      long millis = pause.toMillis();
      thread.scheduleWithFixedDelay(this::safely, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  /** No round begins any more, and the one under way is interrupted. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void safely() {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.warnf("the next round tries again rounds=%s: %s", name, e);
    }
  }
}
