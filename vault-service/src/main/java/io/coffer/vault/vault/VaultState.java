package io.coffer.vault.vault;

import io.coffer.contracts.vault.VaultSettings;
import io.coffer.vault.notice.Watched;
import io.coffer.vault.resource.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What decisions know of a vault.
 *
 * @param backups backups of resources in it, in whatever state
 * @param scenes why it is frozen, each reason once; empty when it is not
 * @param told whether it was told that more is used than its threshold says, and no less since
 */
public record VaultState(
    UUID id,
    VaultStatus status,
    VaultSettings settings,
    long usedBytes,
    int backups,
    List<FrozenScene> scenes,
    boolean told) {

  /** The reason of this name for which it is frozen. */
  public Optional<FrozenScene> scene(String name) {
    return scenes.stream().filter(scene -> scene.name().equals(name)).findFirst();
  }

  /** Whether it is frozen, and may be given up in spite of all reasons for that. */
  boolean isReleasable() {
    return status == VaultStatus.frozen && scenes.stream().allMatch(FrozenScene::releasable);
  }

  /** What notices are made of. */
  public Watched watched() {
    return new Watched(id, settings, usedBytes, told);
  }

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
