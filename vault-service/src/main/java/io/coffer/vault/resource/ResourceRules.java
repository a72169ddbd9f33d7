package io.coffer.vault.resource;

import static io.coffer.messaging.decision.Decision.no;

import io.coffer.contracts.CbrError;
import io.coffer.contracts.vault.KnownResource;
import io.coffer.contracts.vault.ResourceFacts;
import io.coffer.messaging.decision.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which resources may be together in a vault. */
public final class ResourceRules {

  /** How many resources one vault holds. */
  public static final int MOST = 256;

  private ResourceRules() {}

  /**
   * Whether a vault may take these resources.
   *
   * @param bound those of them that are in a vault of the project already
   * @param present how many resources the vault has
   */
  public static Optional<Decision> refusal(
      UUID vaultId,
      ObjectType objectType,
      List<KnownResource> wanted,
      List<ResourceState> bound,
      long present) {
    Set<String> seen = new HashSet<>();
    for (KnownResource named : wanted) {
      ResourceFacts facts = named.facts();
      if (!seen.add(facts.id())) {
        return no(CbrError.DUPLICATE_RESOURCES, "Resource " + facts.id() + " is named twice.");
      }
      if (!objectType.holds(facts.type())) {
        return no(
            CbrError.RESOURCE_TYPE_DOES_NOT_FIT_VAULT,
            "Resource "
                + facts.id()
                + " is a "
                + facts.type()
                + ", which a vault of type "
                + objectType
                + " does not hold.");
      }
    }
    return bound(vaultId, bound).or(() -> room(wanted.size() - bound.size() + present, vaultId));
  }

  private static Optional<Decision> bound(UUID vaultId, List<ResourceState> bound) {
    for (ResourceState row : bound) {
      if (!row.vaultId().equals(vaultId)) {
        return no(
            CbrError.RESOURCE_IN_ANOTHER_VAULT,
            "Resource " + row.id() + " is associated with vault " + row.vaultId() + ".");
      }
      if (row.status() == ResourceStatus.removing) {
        return no(
            CbrError.RESOURCES_BEING_REMOVED,
            "Resource " + row.id() + " is being removed from vault " + vaultId + ".");
      }
    }
    return Optional.empty();
  }

  private static Optional<Decision> room(long resources, UUID vaultId) {
    return resources <= MOST
        ? Optional.empty()
        : no(
            CbrError.TOO_MANY_RESOURCES,
            "Vault " + vaultId + " would have " + resources + " resources, " + MOST + " at most.");
  }
}
