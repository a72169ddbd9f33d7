package io.coffer.billing.metering;

import java.math.BigInteger;
import java.util.UUID;

/**
 * What a vault used in an hour under terms that are charged alike, in bytes times milliseconds.
 *
 * @param terms the last ones of them
 * @param capacity what its owner chose
 * @param stored what was in it
 * @param overrun what was in it beyond its capacity
 */
public record VaultUsage(
    UUID vaultId, VaultTerms terms, BigInteger capacity, BigInteger stored, BigInteger overrun) {

  VaultUsage plus(VaultUsage more) {
    return new VaultUsage(
        vaultId,
        more.terms,
        capacity.add(more.capacity),
        stored.add(more.stored),
        overrun.add(more.overrun));
  }
}
