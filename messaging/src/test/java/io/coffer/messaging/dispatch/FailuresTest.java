package io.coffer.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.coffer.contracts.Json;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "57P03", "55P03", "25P03"})
  void waitsForWhatPassesByItself(String state) {
    PgException cause = new PgException("m", "ERROR", state, "d");
    assertThat(Failures.infrastructure(new CompletionException(new RuntimeException(cause))))
        .isTrue();
  }

  /** A statement of the session fails with what it makes of the driver's failure. */
  @ParameterizedTest
  @ValueSource(strings = {"53100", "53200", "58030", "57014", "55006", "25P03"})
  void waitsForWhatPassesByItselfInAStatementOfTheSession(String state) {
    assertThat(Failures.infrastructure(ofTheSession(state))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22023", "42703", "25P02"})
  void blamesTheMessageForWhatRepeats(String state) {
    assertThat(Failures.infrastructure(new PgException("m", "ERROR", state, "d"))).isFalse();
    assertThat(Failures.infrastructure(ofTheSession(state))).isFalse();
  }

  private static Throwable ofTheSession(String state) {
    return new CompletionException(
        new GenericJDBCException("no", new SQLException("no", state), "insert"));
  }

  @Test
  void waitsForALostConnection() {
    assertThat(Failures.infrastructure(new RuntimeException(new ConnectException("refused"))))
        .isTrue();
  }

  /** A message that comes while the service ends is not to blame; it will be delivered again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pool closed",
        "Connection is not active now, current status: CLOSED",
        "Pending requests failed to be sent due to connection has been closed."
      })
  void waitsForWhatTheDriverLost(String message) {
    assertThat(Failures.infrastructure(new NoStackTraceThrowable(message))).isTrue();
  }

  @Test
  void blamesTheMessageForAnExceptionOfItsDecision() {
    assertThat(Failures.infrastructure(new IllegalStateException("no"))).isFalse();
  }

  @Test
  void blamesTheMessageForJsonThatItsDecisionCannotRead() {
    Exception unreadable = catchException(() -> Json.MAPPER.readTree("{ not json"));
    assertThat(Failures.infrastructure(new UncheckedIOException((IOException) unreadable)))
        .isFalse();
  }
}
