package io.coffer.vault.resource;

import static io.coffer.messaging.decision.Decision.no;

import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether resources that somebody names are in a vault, each named once, and stay there. */
public final class Members {

  private Members() {}

  /**
   * What is wrong with the first that is not.
   *
   * @param bound those of the named resources that are in a vault of the project
   */
  public static Optional<Decision> refusal(
      UUID vaultId, List<String> named, List<ResourceState> bound) {
    Set<String> seen = new HashSet<>();
    for (String id : named) {
      if (!seen.add(id)) {
        return no(CbrError.DUPLICATE_RESOURCES, "Resource " + id + " is named twice.");
      }
      Optional<ResourceState> here =
          bound.stream()
              .filter(row -> row.id().equals(id) && row.vaultId().equals(vaultId))
              .findAny();
      if (here.isEmpty()) {
        return no(
            CbrError.RESOURCE_NOT_IN_VAULT, "Resource " + id + " is not in vault " + vaultId + ".");
      }
      if (here.get().status() == ResourceStatus.removing) {
        return no(
            CbrError.RESOURCES_BEING_REMOVED, "Resource " + id + " is being removed already.");
      }
    }
    return Optional.empty();
  }
}
