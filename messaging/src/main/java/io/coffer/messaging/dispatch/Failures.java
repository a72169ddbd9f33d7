package io.coffer.messaging.dispatch;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;

/**
 * Tells a broken world from a bad message. What is the world's fault is tried again for as long as
 * it takes and never becomes a dead letter.
 */
final class Failures {

  /**
   * Connection, rollback (deadlock, serialization), resources, operator: SQLSTATE classes that pass
   * by themselves.
   */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

  /** The database ended a transaction in which the service slept. The rest of its class repeats. */
  private static final String FELL_ASLEEP = "25P03";

  /**
   * How the driver's messages without a type of their own begin: of a pool once the service is
   * about to end, and of a connection that was lost under a statement.
   */
  private static final List<String> LOST =
      List.of("Pool closed", "Connection is not active now", "Pending requests failed to be sent");

  private Failures() {}

  static boolean infrastructure(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (passing(cause)) {
        return true;
      }
      if (cause.getCause() == cause) {
        return false;
      }
    }
    return false;
  }

  private static boolean passing(Throwable cause) {
    if (cause instanceof PgException driver) {
      return passes(driver.getSqlState());
    }
    if (cause instanceof SQLException converted) { // what the session makes of the driver's
      return passes(converted.getSQLState());
    }
    return cause instanceof IOException && !(cause instanceof JacksonException)
        || cause instanceof TimeoutException
        || cause instanceof JDBCConnectionException
        || cause instanceof LockAcquisitionException
        || cause.getMessage() != null && LOST.stream().anyMatch(cause.getMessage()::startsWith)
        || cause.getClass().getName().endsWith(".ClosedConnectionException")
        || cause.getClass().getName().endsWith(".ConnectionPoolTooBusyException");
  }

  private static boolean passes(String state) {
    return FELL_ASLEEP.equals(state)
        || state != null && state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2));
  }
}
