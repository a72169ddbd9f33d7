package io.coffer.vault.tag;

import io.coffer.contracts.vault.TagEvent.TagsSet;
import io.coffer.messaging.envelope.Envelope;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.coffer.vault.vault.VaultStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Which tags vaults have. */
@ApplicationScoped
class TagFold implements NounFold {

  private final VaultStore vaults;
  private final VaultTagStore tags;

  TagFold(VaultStore vaults, VaultTagStore tags) {
    this.vaults = vaults;
    this.tags = tags;
  }

  @Override
  public void enter(EventTable table) {
    table.on(TagsSet.class, this::set);
  }

  private Uni<Void> set(TagsSet event, Envelope envelope) {
    return vaults
        .one(envelope.project(), event.vaultId())
        .invoke(
            vault -> {
              vault.tags = event.tags();
              vault.updatedAt = event.setAt();
            })
        .chain(() -> tags.set(envelope.project(), event.vaultId(), event.tags()));
  }
}
