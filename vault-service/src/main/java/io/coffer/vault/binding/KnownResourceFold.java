package io.coffer.vault.binding;

import io.coffer.contracts.vault.ResourceEvent.ResourcesForgotten;
import io.coffer.contracts.vault.ResourceEvent.ResourcesKnown;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import jakarta.enterprise.context.ApplicationScoped;

/** Which resources exist. */
@ApplicationScoped
class KnownResourceFold implements NounFold {

  private final KnownResourceStore resources;

  KnownResourceFold(KnownResourceStore resources) {
    this.resources = resources;
  }

  @Override
  public void enter(EventTable table) {
    table.inProject(ResourcesKnown.class, resources::known);
    table.inProject(ResourcesForgotten.class, resources::forgotten);
  }
}
