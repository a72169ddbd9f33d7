package io.coffer.vault.capacity;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.decision.Decision;
import java.util.Optional;

/** What a vault may do about its capacity, by the way in which it is paid. */
public final class ChargingRules {

  private static final String PRE_PAID = "pre_paid";

  private ChargingRules() {}

  /** Why a vault cannot have these settings. */
  public static Optional<Decision> refusal(VaultSettings settings) {
    boolean prePaid = PRE_PAID.equals(settings.chargingMode());
    if (settings.demandBilling() && !prePaid) {
      return no("vault.demand_billing may be true only for yearly/monthly vaults.");
    }
    return settings.autoExpand() && prePaid
        ? no("vault.auto_expand may be true only for pay-per-use vaults.")
        : Optional.empty();
  }

  private static Optional<Decision> no(String message) {
    return Decision.no(CbrError.INVALID_PARAMETER, message);
  }
}
