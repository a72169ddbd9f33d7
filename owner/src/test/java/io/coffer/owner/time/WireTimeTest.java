package io.coffer.owner.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WireTimeTest {

  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void writesMillisecondsEvenWhenTheyAreZero() {
    assertThat(WireTime.offset(TIME)).isEqualTo("2026-01-01T00:00:00.000+00:00");
    assertThat(WireTime.zulu(TIME)).isEqualTo("2026-01-01T00:00:00.000Z");
  }

  @Test
  void writesNothingForNothing() {
    assertThat(WireTime.offset(null)).isNull();
    assertThat(WireTime.zulu(null)).isNull();
  }
}
