package io.coffer.vault.vault;

import io.coffer.contracts.vault.VaultSettings;
import io.coffer.vault.resource.ObjectType;
import java.util.UUID;

/**
 * What decisions know of a vault.
 *
 * @param backups backups of resources in it, in whatever state
 */
public record VaultState(
    UUID id, VaultStatus status, VaultSettings settings, long usedBytes, int backups) {

  /** What it protects. */
  public ObjectType objectType() {
    return ObjectType.valueOf(settings.objectType());
  }

  /** Whether it was bought by an order, which then says how large it is and when it goes. */
  public boolean isBought() {
    return settings.chargingMode().equals("pre_paid");
  }

  /** Whether backups in it must not be deleted. */
  public boolean isLocked() {
    return status == VaultStatus.lock || settings.locked();
  }

  /** Whether it does what its owner wants. */
  public boolean isOpen() {
    return status == VaultStatus.available || status == VaultStatus.lock;
  }
}
