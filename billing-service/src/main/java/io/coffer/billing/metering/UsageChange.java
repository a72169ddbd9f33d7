package io.coffer.billing.metering;

import java.time.Instant;
import java.util.UUID;

/** Something happened to a vault that changes what it uses from then on. */
public sealed interface UsageChange {

  UUID vaultId();

  Instant at();

  /**
   * So many bytes more are stored, or fewer.
   *
   * @param eventId tells two alike of one moment apart
   */
  record Bytes(UUID eventId, UUID vaultId, Instant at, long delta) implements UsageChange {}

  /**
   * The vault has these terms now. Of two the one with the higher number is the later one, whatever
   * the clocks said.
   *
   * @param terms null from its end on
   */
  record Terms(UUID vaultId, Instant at, long seq, VaultTerms terms) implements UsageChange {}
}
