package io.coffer.vault.vault;

import io.coffer.vault.resource.ResourceStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How the rows of a list of vaults are shown. */
@ApplicationScoped
public class VaultViews {

  private final ResourceStore resources;

  VaultViews(ResourceStore resources) {
    this.resources = resources;
  }

  /** In order, with what is in them; null where that is more than so many resources together. */
  public Uni<List<VaultView>> of(List<VaultRow> rows, int mostResources) {
    return resources
        .inVaults(rows.stream().map(row -> row.id).toList(), mostResources)
        .onItem()
        .ifNotNull()
        .transform(
            found ->
                rows.stream()
                    .map(row -> VaultView.of(row, found.getOrDefault(row.id, List.of())))
                    .toList());
  }
}
