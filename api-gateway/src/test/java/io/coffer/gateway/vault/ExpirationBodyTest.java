package io.coffer.gateway.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.gateway.contract.Contract;
import io.coffer.gateway.contract.Operation;
import io.coffer.gateway.error.ApiException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpirationBodyTest {

  private static final Operation SET = new Contract().operation("UpdateExpirationTime");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2030-12-31, -,          2030-12-31T23:59:59Z",
        "2030-12-31, UTC+08:00,  2030-12-31T15:59:59Z",
        "2030-12-31, UTC -03:30, 2031-01-01T03:29:59Z",
        "2028-02-29, '',         2028-02-29T23:59:59Z",
      })
  void endsWithTheDayWhereTheCallerIs(String day, String zone, Instant end) {
    assertThat(body(day, zone).command(new UUID(1, 2)).expiredAt()).isEqualTo(end);
    assertThat(body(day, zone).command(new UUID(1, 2)).day()).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2030-02-29, -",
        "2030-1-1,   -",
        "tomorrow,   -",
        "+12030-01-01, -",
        "2030-12-31, +08:00",
        "2030-12-31, UTC+19:00",
        "2030-12-31, Europe/Berlin",
      })
  void takesOnlyDaysAndOffsets(String day, String zone) {
    assertThatThrownBy(() -> body(day, zone)).isInstanceOf(ApiException.class);
  }

  private static ExpirationBody body(String day, String zone) {
    String json =
        zone == null
            ? "{\"expect_expiration_date\":\"%s\"}".formatted(day)
            : "{\"expect_expiration_date\":\"%s\",\"time_zone\":\"%s\"}".formatted(day, zone);
    return ExpirationBody.of(SET.body(json.getBytes(StandardCharsets.UTF_8)));
  }
}
