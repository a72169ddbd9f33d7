package io.coffer.worker.plumbing;

/** The database did not answer in time. Whatever was asked may or may not have happened. */
public final class DatabaseAwayException extends RuntimeException {

  DatabaseAwayException(Throwable cause) {
    super("the database does not answer: " + cause.getMessage(), cause);
  }
}
