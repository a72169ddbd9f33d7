package io.coffer.engine.command;

import io.coffer.engine.store.LockRequest;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** This machine, as the stock tool would call it: so that each knows the other's dead locks. */
final class Host {
  private static final Path NAME = Path.of("/proc/sys/kernel/hostname");
  private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

  private Host() {}

  static String name() {
    try {
      return Files.readString(NAME).strip();
    } catch (IOException e) {
      return "localhost";
    }
  }

  static RepositoryLock shared(Repository repository, Arguments arguments) {
    Duration wait = arguments.duration("--retry-lock", USUAL_WAIT);
    return RepositoryLock.acquire(repository, LockRequest.shared(name(), wait));
  }
}
