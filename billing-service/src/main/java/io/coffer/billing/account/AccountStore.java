package io.coffer.billing.account;

import io.coffer.billing.ledger.LedgerAccount;
import io.coffer.billing.ledger.LedgerStore;
import io.coffer.contracts.billing.AccountEvent.AccountOpened;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The accounts of domains. */
@ApplicationScoped
public class AccountStore implements PanacheRepositoryBase<AccountRow, String> {

  private final LedgerStore ledger;

  AccountStore(LedgerStore ledger) {
    this.ledger = ledger;
  }

  /** The account of a domain; null where none was opened. */
  public Uni<Account> of(String domain) {
    return findById(domain)
        .onItem()
        .ifNotNull()
        .transformToUni(
            row ->
                ledger
                    .amount(domain, LedgerAccount.balance, row.currency)
                    .chain(
                        balance ->
                            ledger
                                .amount(domain, LedgerAccount.receivable, row.currency)
                                .map(owes -> new Account(domain, balance, owes.negate()))));
  }

  Uni<Void> opened(AccountOpened event, String domain) {
    AccountRow row = new AccountRow();
    row.domainId = domain;
    row.currency = event.currency();
    row.openedAt = event.openedAt();
    return persist(row).replaceWithVoid();
  }
}
