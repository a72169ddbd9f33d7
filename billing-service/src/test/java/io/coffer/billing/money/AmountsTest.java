package io.coffer.billing.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.contracts.billing.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  @Test
  void writesAllDigitsOfTheCurrencyAndNoMore() {
    assertThat(wire("5", "USD")).isEqualTo("5.00");
    assertThat(wire("5", "JPY")).isEqualTo("5");
    assertThat(wire("1000000.00", "USD")).isEqualTo("1000000.00");
    assertThat(wire("-0.50", "EUR")).isEqualTo("-0.50");
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> wire("0.005", "USD"));
  }

  @ParameterizedTest
  @CsvSource({"0.05, 1, 2, 0.02", "0.15, 1, 2, 0.08", "10.00, 1, 3, 3.33", "-0.05, 1, 2, -0.02"})
  void roundsAHalfToTheEvenNeighbourOnce(String whole, long dividend, long divisor, String part) {
    assertThat(
            Amounts.wire(Amounts.part(Amounts.of(new Amount(whole, "USD")), dividend, divisor))
                .value())
        .isEqualTo(part);
  }

  private static String wire(String value, String currency) {
    return Amounts.wire(Amounts.of(new Amount(value, currency))).value();
  }
}
