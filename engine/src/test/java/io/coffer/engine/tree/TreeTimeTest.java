package io.coffer.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TreeTimeTest {

  @Test
  void yearsThatTheFormatCannotWriteBecomeTheFirstOrTheLast() {
    assertThat(written(-1, 6, 1)).isEqualTo("0000-06-01T00:00:00Z");
    assertThat(written(-999_999_999, 1, 1)).isEqualTo("0000-01-01T00:00:00Z");
    assertThat(written(10_000, 1, 1)).isEqualTo("9999-01-01T00:00:00Z");
    assertThat(written(12_000, 2, 29)).isEqualTo("9999-03-01T00:00:00Z");
    assertThat(written(0, 1, 1)).isEqualTo("0000-01-01T00:00:00Z");
    assertThat(written(9999, 12, 31)).isEqualTo("9999-12-31T00:00:00Z");
  }

  @Test
  void offsetsWithSecondsKeepTheInstant() {
    for (String offset : new String[] {"+00:53:28", "-07:52:58", "+00:00:01", "-17:59:59"}) {
      OffsetDateTime time = OffsetDateTime.of(1880, 1, 2, 3, 4, 5, 6, ZoneOffset.of(offset));
      StringBuilder out = new StringBuilder();
      TreeTime.append(out, time);
      assertThat(TreeTime.parse(out.toString()).toInstant()).isEqualTo(time.toInstant());
    }
  }

  @Test
  void whateverTimeIsWrittenCanBeReadAndIsWrittenSoAgain() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 20_000; round++) {
      long second = random.nextLong() >> random.nextInt(10, 64);
      if (Math.abs(second) > Instant.MAX.getEpochSecond() - 1_000_000) {
        continue;
      }
      OffsetDateTime time =
          Instant.ofEpochSecond(second, random.nextInt(1_000_000_000))
              .atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(-64_800, 64_801)));
      StringBuilder out = new StringBuilder();
      TreeTime.append(out, time);
      OffsetDateTime read = TreeTime.parse(out.toString());
      assertThat(read).isEqualTo(TreeTime.writable(time));
      assertThat(TreeTime.writable(read)).isSameAs(read);
    }
  }

  private static String written(int year, int month, int day) {
    StringBuilder out = new StringBuilder();
    TreeTime.append(out, OffsetDateTime.of(year, month, day, 0, 0, 0, 0, ZoneOffset.UTC));
    return out.toString();
  }
}
