package io.coffer.billing.metering;

import java.util.UUID;

/**
 * How a vault stands at a moment.
 *
 * @param termsSeq the number of the event that its terms are from; 0 for none
 * @param terms null while it does not exist
 */
public record VaultLevel(UUID vaultId, long bytes, long termsSeq, VaultTerms terms) {

  static VaultLevel none(UUID vaultId) {
    return new VaultLevel(vaultId, 0, 0, null);
  }
}
