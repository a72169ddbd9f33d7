package io.coffer.engine.command;

import io.coffer.engine.store.LockRequest;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import java.time.Duration;
import java.util.List;

/** How a command locks the repository. */
final class Locking {
  private static final Duration USUAL_WAIT = Duration.ofMinutes(1);
  static final Option<Duration> RETRY = Option.one("DURATION", Values::duration, "--retry-lock");
  private static final Option<Boolean> NONE = Option.toggle("--no-lock");

  /** Of verbs that only read: they may go without a lock. */
  static final List<Option<?>> READING = List.of(NONE);

  private Locking() {}

  /** For a job beside others. */
  static RepositoryLock shared(Repository repository, Arguments arguments) {
    Duration wait = arguments.one(RETRY).orElse(USUAL_WAIT);
    return RepositoryLock.acquire(repository, LockRequest.shared(Host.name(), wait));
  }

  /** For a verb that only reads: nothing to close if it shall go without. */
  static Held reading(Repository repository, Arguments arguments) {
    if (arguments.has(NONE)) {
      return () -> {};
    }
    return shared(repository, arguments)::close;
  }

  /** What is closed in the end. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
