package io.coffer.vault.association;

import io.coffer.contracts.vault.VaultEvent.ResourcesSet;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.coffer.vault.resource.ResourceStore;
import jakarta.enterprise.context.ApplicationScoped;

/** Which resources automatic backups leave out. */
@ApplicationScoped
class SuspensionFold implements NounFold {

  private final ResourceStore resources;

  SuspensionFold(ResourceStore resources) {
    this.resources = resources;
  }

  @Override
  public void enter(EventTable table) {
    table.on(
        ResourcesSet.class,
        (event, envelope) ->
            resources.each(
                envelope.project(),
                event.resourceIds(),
                row -> row.choices = row.choices.suspended(event.suspended())));
  }
}
