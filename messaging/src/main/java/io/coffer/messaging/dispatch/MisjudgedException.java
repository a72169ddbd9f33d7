package io.coffer.messaging.dispatch;

/** Claiming found something else than was foreseen. The unit is rolled back and done again. */
final class MisjudgedException extends RuntimeException {

  MisjudgedException() {
    super("claiming found something else than was foreseen", null, false, false);
  }
}
