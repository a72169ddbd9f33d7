package io.coffer.vault.vault;

import io.coffer.contracts.vault.VaultCommand.UpdateVault;
import io.coffer.contracts.vault.VaultSettings;

/** Settings with some of them changed. */
final class Changed {

  private Changed() {}

  /** The same settings with another capacity. */
  static VaultSettings to(VaultSettings old, int sizeGb) {
    return by(old, new UpdateVault(null, null, sizeGb, null, null, null, null, null, null, null));
  }

  /** The settings that a command leaves: what it says, and the old ones where it says nothing. */
  static VaultSettings by(VaultSettings old, UpdateVault change) {
    return new VaultSettings(
        or(change.name(), old.name()),
        old.description(),
        old.objectType(),
        old.protectType(),
        or(change.consistentLevel(), old.consistentLevel()),
        old.cloudType(),
        old.chargingMode(),
        or(change.sizeGb(), old.sizeGb()),
        old.multiAz(),
        or(change.autoBind(), old.autoBind()),
        or(change.bindRuleTags(), old.bindRuleTags()),
        or(change.autoExpand(), old.autoExpand()),
        or(change.threshold(), old.threshold()),
        or(change.smnNotify(), old.smnNotify()),
        old.demandBilling(),
        or(change.locked(), old.locked()),
        old.backupNamePrefix(),
        old.enterpriseProjectId(),
        old.sysLockSourceService());
  }

  private static <T> T or(T changed, T old) {
    return changed == null ? old : changed;
  }
}
