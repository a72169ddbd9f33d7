package io.coffer.messaging.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.coffer.contracts.Json;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "57P03", "55P03"})
  void waitsForWhatPassesByItself(String state) {
    PgException cause = new PgException("m", "ERROR", state, "d");
    assertThat(Failures.infrastructure(new CompletionException(new RuntimeException(cause))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22023", "42703"})
  void blamesTheMessageForWhatRepeats(String state) {
    assertThat(Failures.infrastructure(new PgException("m", "ERROR", state, "d"))).isFalse();
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
