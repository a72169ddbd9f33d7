package io.coffer.engine.command;

import io.coffer.engine.StoreException;
import io.coffer.engine.store.LockRequest;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** How a command locks the repository. */
final class Locking {
  private static final Duration USUAL_WAIT = Duration.ofMinutes(1);
  static final Option<Duration> RETRY = Option.one("DURATION", Values::duration, "--retry-lock");
  private static final Option<Boolean> NONE = Option.toggle("--no-lock");

  /** Of verbs that only read: they may go without a lock. */
  static final List<Option<?>> READING = List.of(NONE);

  private Locking() {}

  /** For a job beside others. */
  static Held shared(Repository repository, Arguments arguments, Output output) {
    return Interruption.holding(RepositoryLock.acquire(repository, request(arguments, output)));
  }

  /** For a job beside others that takes no room. */
  static Held sharedIfThereIsRoom(Repository repository, Arguments arguments, Output output) {
    RepositoryLock lock =
        RepositoryLock.acquire(repository, request(arguments, output).dispensable());
    if (lock.id() == null) {
      output.warning("there is no room for a lock: going on without one");
    }
    return Interruption.holding(lock);
  }

  private static LockRequest request(Arguments arguments, Output output) {
    Duration wait = arguments.one(RETRY).orElse(USUAL_WAIT);
    return LockRequest.shared(Host.name(), wait).tellingWait(waiting(output, wait));
  }

  /** For a job that must be alone. */
  static RepositoryLock alone(Repository repository, Arguments arguments, Output output) {
    Duration wait = arguments.one(RETRY).orElse(USUAL_WAIT);
    LockRequest request =
        LockRequest.exclusive(Host.name(), wait).dispensable().tellingWait(waiting(output, wait));
    return RepositoryLock.acquire(repository, request);
  }

  /** Tells at once who is waited for, and each of them once. */
  static Consumer<String> waiting(Output output, Duration atMost) {
    Set<String> told = new HashSet<>();
    return holder -> {
      Interruption.check();
      if (told.add(holder)) {
        output.warning(
            "waiting for %s; at most %d s, as --retry-lock says"
                .formatted(holder, atMost.toSeconds()));
      }
    };
  }

  /** For a verb that only reads: nothing to close if it shall go without. */
  static Held reading(Repository repository, Arguments arguments, Output output) {
    if (arguments.has(NONE)) {
      return () -> {};
    }
    try {
      return sharedIfThereIsRoom(repository, arguments, output);
    } catch (StoreException e) {
      throw new StoreException(
          "the repository cannot be locked: "
              + e.getMessage()
              + "; with --no-lock it is read all the same, if nobody prunes it meanwhile",
          e);
    }
  }

  /** What is closed in the end. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
