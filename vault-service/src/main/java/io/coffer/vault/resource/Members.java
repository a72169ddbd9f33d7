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

  /** So many backups at most leave a vault with their resources at once: in one unit of work. */
  public static final int MOST_BACKUPS = 5_000;

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

  /** Refuses resources with more backups together than leave a vault at once. */
  public static Optional<Decision> tooMany(int backups) {
    return backups > MOST_BACKUPS
        ? no(
            CbrError.INVALID_PARAMETER,
            "resource_ids must not name resources with more than "
                + MOST_BACKUPS
                + " backups together: name fewer, or delete backups before.")
        : Optional.empty();
  }
}
