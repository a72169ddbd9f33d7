package io.coffer.billing.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.money.Monetary;
import org.javamoney.moneta.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceBookTest {

  private final PriceBook prices =
      Tariff.of(
              List.of(
                  new TariffFile(
                      "test.yaml",
                      """
                      regions: [{region: here, currency: EUR}, {region: there, currency: JPY}]
                      products:
                        - {kind: vault, spec_code: vault.backup.server.normal, product_id: v1, name: V, measure: used}
                      prices:
                        - {region: here, spec_code: vault.backup.server.normal, period: hour, amount: 0.1000000001,
                           from: "2026-01-01T00:00:00Z", until: "2026-02-01T05:00:00Z"}
                        - {region: here, spec_code: vault.backup.server.normal, period: hour, amount: 0.2,
                           from: "2026-02-01T05:00:00Z"}
                        - {region: there, spec_code: vault.backup.server.normal, period: month, amount: 17,
                           from: "2026-01-01T00:00:00Z"}
                      """)))
          .prices();

  @ParameterizedTest
  @CsvSource({
    "here,  hour,  2025-12-31T23:59:59.999Z,",
    "here,  hour,  2026-01-01T00:00:00Z,     EUR 0.1000000001",
    "here,  hour,  2026-02-01T04:59:59.999Z, EUR 0.1000000001",
    "here,  hour,  2026-02-01T05:00:00Z,     EUR 0.2",
    "here,  hour,  2126-02-01T05:00:00Z,     EUR 0.2",
    "here,  month, 2026-02-01T05:00:00Z,",
    "there, month, 2026-02-01T05:00:00Z,     JPY 17",
    "far,   month, 2026-02-01T05:00:00Z,"
  })
  void holdsFromItsFirstMomentUntilTheNextOne(
      String region, String period, Instant moment, String amount) {
    assertThat(
            prices
                .price(
                    region, "vault.backup.server.normal", Period.of(period).orElseThrow(), moment)
                .map(price -> price.amount().toString()))
        .isEqualTo(Optional.ofNullable(amount));
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, 0.005, 0.00", "EUR, 0.015, 0.02", "EUR, 0.0150000001, 0.02", "EUR, 2.5, 2.50",
    "JPY, 2.5, 2", "JPY, 3.5, 4", "KWD, 1.0005, 1.000", "EUR, 1000000, 1000000.00"
  })
  void roundsAHalfToTheEvenNeighbour(String currency, BigDecimal exact, String payable) {
    BigDecimal nine = BigDecimal.valueOf(9);
    Money rounded = Rounding.payable(exact.multiply(nine), nine, Monetary.getCurrency(currency));
    assertThat(Rounding.number(rounded).toPlainString()).isEqualTo(payable);
  }
}
