package io.coffer.messaging.dispatch;

/** A project does not stand where this process left it. The unit is rolled back and done again. */
final class StalePositionException extends RuntimeException {

  StalePositionException() {
    super("the project does not stand where it was left", null, false, false);
  }
}
