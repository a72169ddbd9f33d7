package io.coffer.policy.fire;

import java.util.Optional;

/** How things stand for one resource when its fire is carried out. */
public record FireFacts(
    boolean missed,
    boolean policyEnabled,
    boolean resourceExists,
    boolean suspended,
    boolean vaultFrozen,
    boolean vaultFull,
    boolean busy) {

  /** Why no backup is made; empty where one is. A fire that is skipped is never made up for. */
  public Optional<SkipReason> skipped() {
    if (missed) {
      return Optional.of(SkipReason.MISSED);
    }
    if (!policyEnabled) {
      return Optional.of(SkipReason.POLICY_DISABLED);
    }
    if (!resourceExists) {
      return Optional.of(SkipReason.SOURCE_GONE);
    }
    if (suspended) {
      return Optional.of(SkipReason.SUSPENDED);
    }
    if (vaultFrozen) {
      return Optional.of(SkipReason.VAULT_FROZEN);
    }
    if (vaultFull) {
      return Optional.of(SkipReason.VAULT_FULL);
    }
    return busy ? Optional.of(SkipReason.BUSY) : Optional.empty();
  }
}
