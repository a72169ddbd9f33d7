package io.coffer.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.worker.source.AgentSign;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentStatusTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void isNotInstalledWhereNoneWasEverSeen() {
    AgentStatus status = AgentStatus.of("s", Optional.empty(), NOW);
    assertThat(status.installed()).isFalse();
    assertThat(status.code()).isEqualTo(2);
    assertThat(status.message()).contains("server s");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "120, 0", "121, 1", "86400, 1"})
  void answersForTwoMinutesAfterItsLastSign(long secondsAgo, int code) {
    AgentSign sign = new AgentSign("1.0.0", NOW.minusSeconds(secondsAgo));
    AgentStatus status = AgentStatus.of("s", Optional.of(sign), NOW);
    assertThat(status.installed()).isTrue();
    assertThat(status.code()).isEqualTo(code);
    assertThat(status.message().isEmpty()).isEqualTo(code == 0);
    assertThat(status.version()).isEqualTo("1.0.0");
  }

  @ParameterizedTest
  @CsvSource({"1.0.0, false", "12, false", "0.9, true", "dev, true", ", true"})
  void isOldBeforeItsFirstVersion(String version, boolean old) {
    assertThat(AgentStatus.of("s", Optional.of(new AgentSign(version, NOW)), NOW).isOld())
        .isEqualTo(old);
  }
}
