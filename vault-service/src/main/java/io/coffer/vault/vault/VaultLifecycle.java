package io.coffer.vault.vault;

import io.coffer.contracts.vault.VaultEvent;
import io.coffer.contracts.vault.VaultEvent.VaultCreated;
import io.coffer.contracts.vault.VaultEvent.VaultDeleted;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionFailed;
import io.coffer.contracts.vault.VaultEvent.VaultDeletionStarted;
import io.coffer.contracts.vault.VaultEvent.VaultFrozen;
import io.coffer.contracts.vault.VaultEvent.VaultThawed;
import io.coffer.owner.lifecycle.Lifecycle;
import io.coffer.owner.lifecycle.Lifecycle.Transition;
import java.util.List;

/** The states of a vault. What could not be deleted may be half gone: it can only be deleted. */
final class VaultLifecycle {

  static final Lifecycle<VaultStatus, Class<? extends VaultEvent>> TABLE =
      new Lifecycle<>(
          "A vault",
          List.of(
              row(null, VaultCreated.class, VaultStatus.available),
              row(VaultStatus.available, VaultFrozen.class, VaultStatus.frozen),
              row(VaultStatus.frozen, VaultFrozen.class, VaultStatus.frozen),
              row(VaultStatus.frozen, VaultThawed.class, VaultStatus.available),
              row(VaultStatus.available, VaultDeletionStarted.class, VaultStatus.deleting),
              row(VaultStatus.frozen, VaultDeletionStarted.class, VaultStatus.deleting),
              row(VaultStatus.error, VaultDeletionStarted.class, VaultStatus.deleting),
              row(VaultStatus.deleting, VaultDeletionFailed.class, VaultStatus.error),
              row(VaultStatus.deleting, VaultDeleted.class, null)));

  private VaultLifecycle() {}

  private static Transition<VaultStatus, Class<? extends VaultEvent>> row(
      VaultStatus from, Class<? extends VaultEvent> on, VaultStatus to) {
    return new Transition<>(from, on, to);
  }
}
