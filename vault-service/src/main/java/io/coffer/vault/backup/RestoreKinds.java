package io.coffer.vault.backup;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.ResourceType;
import java.util.Optional;

/** Which kinds of resources take the bytes of which. Disks and servers take each other's disks. */
final class RestoreKinds {

  private RestoreKinds() {}

  /** Why a resource of one type does not take a backup of another; empty where it does. */
  static Optional<CbrError> misfit(String backedUp, String target) {
    ResourceType from = ResourceType.of(backedUp).orElse(null);
    ResourceType onto = ResourceType.of(target).orElse(null);
    if (from == onto || from == null || onto == null) {
      return Optional.empty();
    }
    if (from == ResourceType.TURBO) {
      return Optional.of(CbrError.TURBO_RESTORES_ONLY_TO_ORIGIN);
    }
    if (onto == ResourceType.TURBO) {
      return Optional.of(CbrError.INVALID_PARAMETER);
    }
    if (from == ResourceType.SERVER && onto == ResourceType.BARE_METAL) {
      return Optional.of(CbrError.ECS_BACKUP_CANNOT_RESTORED_BMS);
    }
    if (from == ResourceType.BARE_METAL && onto == ResourceType.SERVER) {
      return Optional.of(CbrError.BMS_BACKUP_CANNOT_RESTORED_ECS);
    }
    return from == ResourceType.DISK || onto == ResourceType.DISK
        ? Optional.empty()
        : Optional.of(CbrError.SERVER_TYPES_DIFFER);
  }
}
