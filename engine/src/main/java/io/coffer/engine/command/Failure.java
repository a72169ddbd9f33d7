package io.coffer.engine.command;

import io.coffer.engine.EngineException;

/** What is told of a command that failed. */
final class Failure {
  private Failure() {}

  static String message(Throwable failure) {
    if (failure instanceof EngineException) {
      return failure.getMessage();
    }
    if (failure instanceof StackOverflowError) {
      return "folders are nested too deep for the stack of this Java: give it more by -Xss";
    }
    if (failure instanceof OutOfMemoryError) {
      return "the memory of this Java is full: give it more by -Xmx";
    }
    return "a fault of this program, please report it: " + failure;
  }
}
