package io.coffer.billing.metering;

import io.coffer.contracts.vault.SpecCode;
import io.coffer.contracts.vault.VaultSettings;

/** What its owner chose about a vault, as far as money is concerned. */
public record VaultTerms(
    String name, String specCode, String chargingMode, int sizeGb, boolean demandBilling) {

  static VaultTerms of(VaultSettings settings) {
    return new VaultTerms(
        settings.name(),
        SpecCode.of(settings.objectType(), settings.protectType()),
        settings.chargingMode(),
        settings.sizeGb(),
        settings.demandBilling());
  }

  /** Whether it was paid before it is used. */
  public boolean prePaid() {
    return chargingMode.equals("pre_paid");
  }

  /** Whether both are charged alike, whatever their size. */
  boolean chargedLike(VaultTerms other) {
    return specCode.equals(other.specCode)
        && chargingMode.equals(other.chargingMode)
        && demandBilling == other.demandBilling;
  }
}
