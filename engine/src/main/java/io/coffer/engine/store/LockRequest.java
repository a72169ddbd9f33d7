package io.coffer.engine.store;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a job asks of the locks.
 *
 * @param exclusive nobody else may use the repository meanwhile, as for a prune
 * @param hostname of this process and no other one, ever: the stock tool takes a lock of its own
 *     host with a dead pid for stale
 * @param patience how long to wait for others
 * @param beforeWrite told the id of a lock before it is written, also of each refreshed one
 * @param waiting told who holds the lock that is waited for
 * @param guard asked right before anything is written or deleted under the lock that others see:
 *     what it throws keeps it from being done
 * @param isDispensable whether the job may go on where there is no room to write a lock: because it
 *     writes nothing or gives room back
 */
public record LockRequest(
    boolean exclusive,
    String hostname,
    Duration patience,
    Consumer<String> beforeWrite,
    Consumer<String> waiting,
    Runnable guard,
    boolean isDispensable) {

  public static LockRequest shared(String hostname, Duration wait) {
    return new LockRequest(false, hostname, wait, id -> {}, holder -> {}, () -> {}, false);
  }

  public static LockRequest exclusive(String hostname, Duration wait) {
    return new LockRequest(true, hostname, wait, id -> {}, holder -> {}, () -> {}, false);
  }

  public LockRequest recording(Consumer<String> recorder) {
    return new LockRequest(exclusive, hostname, patience, recorder, waiting, guard, isDispensable);
  }

  public LockRequest tellingWait(Consumer<String> listener) {
    return new LockRequest(
        exclusive, hostname, patience, beforeWrite, listener, guard, isDispensable);
  }

  public LockRequest guardedBy(Runnable more) {
    return new LockRequest(
        exclusive, hostname, patience, beforeWrite, waiting, more, isDispensable);
  }

  public LockRequest dispensable() {
    return new LockRequest(exclusive, hostname, patience, beforeWrite, waiting, guard, true);
  }
}
