package io.coffer.messaging.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Tries again for as long as the world is broken, and says "not ready" once that takes longer than
 * ten seconds.
 */
@ApplicationScoped
class Retries {

  private static final Logger LOG = Logger.getLogger(Retries.class);
  private static final Duration SHORT = Duration.ofSeconds(10);

  /** When each wait under way began, in nanoseconds of the machine's timer. */
  private final Map<Object, Long> since = new ConcurrentHashMap<>();

  /** Runs the work until it succeeds or fails for a reason of its own. */
  <T> Uni<T> ofOutages(Supplier<Uni<T>> work) {
    return attempt(work, Failures::infrastructure, new Object(), 0);
  }

  /**
   * Runs the work until it succeeds, whatever it fails of: a stopped partition is worse than a loud
   * one.
   */
  <T> Uni<T> ofAnything(Supplier<Uni<T>> work) {
    return attempt(work, failure -> true, new Object(), 0);
  }

  /** How many units of work wait for the world to mend. */
  int count() {
    return since.size();
  }

  /** Whether none goes on for longer than ten seconds. */
  boolean areShort() {
    long now = System.nanoTime();
    return since.values().stream().allMatch(start -> now - start < SHORT.toNanos());
  }

  private <T> Uni<T> attempt(
      Supplier<Uni<T>> work, Predicate<Throwable> passing, Object token, int failed) {
    return Uni.createFrom()
        .deferred(work::get)
        .onItem()
        .invoke(() -> since.remove(token))
        .onFailure()
        .recoverWithUni(
            failure -> {
              if (!passing.test(failure)) {
                since.remove(token);
                return Uni.createFrom().failure(failure);
              }
              since.putIfAbsent(token, System.nanoTime());
              if (failed % 10 == 0) {
                LOG.warnf("messages wait: %s", failure.getMessage());
              }
              return Pause.beforeTry(failed).chain(() -> attempt(work, passing, token, failed + 1));
            });
  }
}
