package io.coffer.cli.stack;

import io.coffer.local.LocalStackException;
import java.util.OptionalInt;

/**
 * What the environment asks of a stack.
 *
 * @param gatewayPort {@code COFFER_PORT}, or null
 * @param workers {@code COFFER_WORKERS}, or null
 * @param workerMegabytesPerSecond {@code COFFER_WORKER_MB_PER_S}, or null
 * @param masterKeyFile {@code COFFER_MASTER_KEY_FILE}, or null
 * @param restart {@code COFFER_RESTART}, or null
 */
record StackOptions(
    String gatewayPort,
    String workers,
    String workerMegabytesPerSecond,
    String masterKeyFile,
    String restart) {

  private static final int MOST_WORKERS = 16;

  static StackOptions ofEnvironment() {
    return new StackOptions(
        System.getenv("COFFER_PORT"),
        System.getenv("COFFER_WORKERS"),
        System.getenv("COFFER_WORKER_MB_PER_S"),
        System.getenv("COFFER_MASTER_KEY_FILE"),
        System.getenv("COFFER_RESTART"));
  }

  /** Whether what dies is to be started again. */
  boolean restarts() {
    if (restart == null || restart.isBlank() || restart.strip().equals("always")) {
      return true;
    }
    if (restart.strip().equals("never")) {
      return false;
    }
    throw new LocalStackException("COFFER_RESTART is to be always or never, not " + restart);
  }

  /** How many workers shall run; empty when nobody said so. */
  OptionalInt workerCount() {
    if (workers == null || workers.isBlank()) {
      return OptionalInt.empty();
    }
    try {
      int count = Integer.parseInt(workers.strip());
      if (count >= 1 && count <= MOST_WORKERS) {
        return OptionalInt.of(count);
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new LocalStackException(
        "COFFER_WORKERS is to be a number from 1 to " + MOST_WORKERS + ", not " + workers);
  }
}
