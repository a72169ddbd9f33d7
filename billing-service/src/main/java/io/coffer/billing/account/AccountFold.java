package io.coffer.billing.account;

import io.coffer.contracts.billing.AccountEvent.AccountOpened;
import io.coffer.owner.fold.EventTable;
import io.coffer.owner.fold.NounFold;
import jakarta.enterprise.context.ApplicationScoped;

/** The accounts as a fold of their events. */
@ApplicationScoped
class AccountFold implements NounFold {

  private final AccountStore accounts;

  AccountFold(AccountStore accounts) {
    this.accounts = accounts;
  }

  @Override
  public void enter(EventTable table) {
    table.inProject(AccountOpened.class, accounts::opened);
  }
}
