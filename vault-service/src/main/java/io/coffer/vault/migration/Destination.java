package io.coffer.vault.migration;

import static io.coffer.messaging.decision.Decision.no;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.VaultCommand.MigrateResources;
import io.coffer.contracts.vault.VaultSettings;
import io.coffer.messaging.decision.Decision;
import io.coffer.vault.capacity.Capacity;
import io.coffer.vault.resource.ResourceRules;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultVerb;
import java.util.Objects;
import java.util.Optional;

/**
 * The vault that resources are to move into.
 *
 * @param resources how many it has
 * @param incomingBytes what the backups of those that come take up where they are
 */
record Destination(VaultState vault, long resources, long incomingBytes) {

  /** Why it does not take resources of that vault; a null destination is not there. */
  static Optional<Decision> refusal(
      Destination destination, VaultState from, MigrateResources command) {
    if (command.destinationVaultId().equals(from.id())) {
      return no(
          CbrError.INVALID_PARAMETER, "destination_vault_id: it is the vault that they are in.");
    }
    if (destination == null) {
      return no(
          CbrError.DESTINATION_VAULT_NOT_EXIST,
          "Vault " + command.destinationVaultId() + " (destination_vault_id) does not exist.");
    }
    return VaultVerb.ASSOCIATE
        .refusal(destination.vault())
        .or(() -> otherKind(destination.vault(), from));
  }

  private static Optional<Decision> otherKind(VaultState vault, VaultState from) {
    VaultSettings there = vault.settings();
    VaultSettings here = from.settings();
    if (!there.objectType().equals(here.objectType())) {
      return no(
          CbrError.RESOURCE_TYPE_DOES_NOT_FIT_VAULT,
          differs(vault, "object_type", there.objectType(), here.objectType()));
    }
    if (!there.protectType().equals(here.protectType())) {
      return no(
          CbrError.FAILED_CHECK_DESTINATION_VAULT,
          differs(vault, "protect_type", there.protectType(), here.protectType()));
    }
    return Objects.equals(there.cloudType(), here.cloudType())
        ? Optional.empty()
        : no(
            CbrError.FAILED_CHECK_DESTINATION_VAULT,
            differs(vault, "cloud_type", there.cloudType(), here.cloudType()));
  }

  private static String differs(VaultState vault, String field, String there, String here) {
    return "Vault "
        + vault.id()
        + " (destination_vault_id) has "
        + field
        + " "
        + there
        + ", the vault of the resources has "
        + here
        + ".";
  }

  /** Why so many more resources with their backups have no room in it. */
  Optional<Decision> noRoom(int more) {
    if (resources + more > ResourceRules.MOST) {
      return no(
          CbrError.TOO_MANY_RESOURCES,
          named()
              + " would have "
              + (resources + more)
              + " resources, "
              + ResourceRules.MOST
              + " at most.");
    }
    return takes(vault.settings())
        ? Optional.empty()
        : no(
            CbrError.MAXIMUM_CAPACITY_DESTINATION_VAULT_REACHED,
            named()
                + " of "
                + vault.settings().sizeGb()
                + " GB has no room for "
                + Capacity.megabytes(incomingBytes)
                + " MB of backups.");
  }

  private boolean takes(VaultSettings settings) {
    long then = vault.usedBytes() + incomingBytes;
    return settings.demandBilling()
        || settings.autoExpand() && !Capacity.isBelow(Capacity.LARGEST_GB, then)
        || !Capacity.isFull(settings, vault.usedBytes())
            && !Capacity.isBelow(settings.sizeGb(), then);
  }

  private String named() {
    return "Vault " + vault.id() + " (destination_vault_id)";
  }
}
