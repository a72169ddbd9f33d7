package io.coffer.vault.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.vault.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargingRulesTest {

  @ParameterizedTest
  @CsvSource({
    "post_paid, true, false,",
    "post_paid, false, true, demand_billing",
    "post_paid, false, false,",
    "pre_paid, true, false, auto_expand",
    "pre_paid, false, true,",
    "pre_paid, false, false,",
    "pre_paid, true, true, auto_expand",
  })
  void letsEachWayOfPayingDealWithAFullVaultInItsOwn(
      String mode, boolean autoExpand, boolean demandBilling, String field) {
    String told =
        ChargingRules.refusal(Samples.paid(mode, autoExpand, demandBilling))
            .map(Object::toString)
            .orElse(null);
    if (field == null) {
      assertThat(told).isNull();
    } else {
      assertThat(told).contains("vault." + field);
    }
  }
}
