package io.coffer.owner.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.owner.refusal.Refused;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001", "-1", "x", "1e9", "99999999999"})
  void namesAnImpossibleLimit(String limit) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> Page.of(asked("limit", limit)))
        .withMessageStartingWith("limit ")
        .satisfies(e -> assertThat(e.error().code()).isEqualTo("BackupService.9900"));
  }

  @Test
  void givesAFullFirstPageWhenNothingIsSaid() {
    assertThat(Page.of(new Parameters(new MultivaluedHashMap<>())))
        .isEqualTo(new Page(1000, 0, null));
    assertThat(Page.of(asked("offset", "0"))).isEqualTo(new Page(1000, 0, null));
  }

  @Test
  void readsTimesWithAnyOffset() {
    Instant time = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(asked("t", "2026-01-01T00:00:00Z").time("t")).isEqualTo(time);
    assertThat(asked("t", "2026-01-01T08:00:00+08:00").time("t")).isEqualTo(time);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> asked("t", "yesterday").time("t"))
        .withMessageStartingWith("t ");
  }

  @Test
  void splitsAtCommas() {
    assertThat(asked("ids", "a, b,,c").parts("ids")).containsExactly("a", "b", "c");
  }

  @Test
  void takesOnlyWholeIds() {
    assertThat(Parameters.id("1-1-1-1-1")).isEmpty();
    assertThat(Parameters.id("my vault")).isEmpty();
    assertThat(Parameters.id("00000000-0000-4000-8000-000000000001")).isPresent();
  }

  @Test
  void refusesAFlagThatIsNeither() {
    assertThat(asked("f", "true").flag("f")).isTrue();
    assertThat(asked("f", "").flag("f")).isNull();
    assertThatExceptionOfType(Refused.class).isThrownBy(() -> asked("f", "maybe").flag("f"));
  }

  private static Parameters asked(String name, String value) {
    MultivaluedHashMap<String, String> values = new MultivaluedHashMap<>();
    values.add(name, value);
    return new Parameters(values);
  }
}
