package io.coffer.engine.command;

import io.coffer.engine.CancelledException;
import io.coffer.engine.store.RepositoryLock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The end of this process by a signal (INT, TERM or HUP), which the JVM answers with the exit codes
 * 130, 143 and 129: the running command is told to stop, and has some time to clean up.
 */
final class Interruption {
  /** As the stock tool says it; which signal it was the JVM keeps to itself. */
  static final int EXIT_CODE = 130;

  private static final int PATIENCE_SECONDS = 10;
  private static final ReentrantLock COMMAND = new ReentrantLock();
  private static final Set<RepositoryLock> HELD = ConcurrentHashMap.newKeySet();
  private static volatile boolean requested;

  private Interruption() {}

  /** From now on this process ends in order. */
  static void await() {
    Runtime.getRuntime().addShutdownHook(new Thread(Interruption::end, "interruption"));
  }

  static boolean isRequested() {
    return requested;
  }

  /**
   * @throws CancelledException if it is
   */
  static void check() {
    if (requested) {
      throw new CancelledException();
    }
  }

  /**
   * Does one command; an interruption waits for its end. It does not come back then, and none
   * begins after one: the end belongs to the signal, and an exit code of our own could outrun it.
   */
  static void command(Runnable work) {
    COMMAND.lock();
    try {
      work.run();
    } finally {
      COMMAND.unlock();
    }
    while (requested) {
      LockSupport.park(COMMAND);
    }
  }

  /** A lock that goes with the process, even if the command does not end in time. */
  static Locking.Held holding(RepositoryLock lock) {
    HELD.add(lock);
    return () -> {
      HELD.remove(lock);
      lock.close();
    };
  }

  private static void end() {
    requested = true;
    try {
      if (!COMMAND.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        HELD.forEach(RepositoryLock::close);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
