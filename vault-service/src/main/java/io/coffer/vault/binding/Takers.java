package io.coffer.vault.binding;

import io.coffer.vault.resource.Occupancy;
import io.coffer.vault.resource.ResourceStore;
import io.coffer.vault.vault.VaultState;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The vaults of a project that resources join by themselves, with what is in them. */
@ApplicationScoped
class Takers {

  private final VaultStore vaults;
  private final ResourceStore resources;

  Takers(VaultStore vaults, ResourceStore resources) {
    this.vaults = vaults;
    this.resources = resources;
  }

  /** Oldest first. */
  Uni<List<Taker>> of(String project) {
    return vaults
        .binding(project)
        .chain(
            found ->
                resources
                    .occupancies(found.stream().map(VaultState::id).toList())
                    .map(
                        taken ->
                            found.stream()
                                .map(
                                    vault ->
                                        new Taker(
                                            vault, taken.getOrDefault(vault.id(), Occupancy.NONE)))
                                .toList()));
  }
}
