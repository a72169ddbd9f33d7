package io.coffer.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.contracts.billing.OrderLine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T10:00:00Z, month, 1, 2026-02-28T10:00:00Z",
    "2028-01-31T10:00:00Z, month, 1, 2028-02-29T10:00:00Z",
    "2026-01-31T10:00:00Z, month, 2, 2026-03-31T10:00:00Z",
    "2026-08-31T10:00:00Z, month, 6, 2027-02-28T10:00:00Z",
    "2028-02-29T10:00:00Z, year, 1, 2029-02-28T10:00:00Z",
    "2028-02-29T10:00:00Z, year, 4, 2032-02-29T10:00:00Z",
    "2026-12-15T00:00:00Z, month, 1, 2027-01-15T00:00:00Z"
  })
  void endsByTheCalendar(Instant start, String type, int number, Instant end) {
    assertThat(Term.of(line(type, number), start, ZoneOffset.UTC).end()).isEqualTo(end);
  }

  @Test
  void countsDaysOfTheZone() {
    Instant start = Instant.parse("2026-01-31T18:00:00Z"); // the first of February there
    assertThat(Term.of(line("month", 1), start, ZoneId.of("UTC+08:00")).end())
        .isEqualTo(Instant.parse("2026-02-28T18:00:00Z"));
  }

  private static OrderLine line(String type, int number) {
    return new OrderLine(
        new UUID(1, 1), "p", "r", "s", "t", "n", "c", 10, type, number, false, null, null);
  }
}
