package io.coffer.vault.order;

import io.coffer.contracts.vault.VaultEvent.VaultMissed;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderFulfilled;
import io.coffer.contracts.vault.VaultOrderEvent.VaultOrderRefused;
import io.coffer.contracts.vault.VaultOrderEvent.VaultSold;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import io.coffer.vault.vault.VaultStore;
import jakarta.enterprise.context.ApplicationScoped;

/** By which order a vault was bought. */
@ApplicationScoped
class VaultSaleFold implements NounFold {

  private final VaultStore vaults;

  VaultSaleFold(VaultStore vaults) {
    this.vaults = vaults;
  }

  @Override
  public void enter(EventTable table) {
    table.on(
        VaultSold.class,
        (event, envelope) ->
            vaults
                .one(envelope.project(), event.vaultId())
                .invoke(row -> row.sale = event.order())
                .replaceWithVoid());
    table.keepNothingOf(VaultOrderFulfilled.class, VaultOrderRefused.class, VaultMissed.class);
  }
}
