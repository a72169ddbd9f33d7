package io.coffer.billing.account;

import io.coffer.billing.ledger.LedgerAccount;
import io.coffer.billing.ledger.Transfer;
import io.coffer.billing.money.Amounts;
import io.coffer.contracts.billing.AccountCommand.OpenAccount;
import io.coffer.contracts.billing.AccountEvent.AccountOpened;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.javamoney.moneta.Money;

/** Opens the account of a domain, once, with what the domain has from the start. */
@ApplicationScoped
class OpenAccountHandler implements Handler<OpenAccount, OpenAccountHandler.State> {

  private final AccountStore accounts;

  OpenAccountHandler(AccountStore accounts) {
    this.accounts = accounts;
  }

  /**
   * What is known.
   *
   * @param open whether there is an account
   */
  record State(boolean open) {}

  @Override
  public Uni<State> load(OpenAccount command, Envelope envelope) {
    return accounts.of(envelope.project()).map(account -> new State(account != null));
  }

  @Override
  public Decision decide(State state, OpenAccount command, Envelope envelope) {
    if (state.open()) {
      return Decision.nothing();
    }
    Money money = Amounts.of(command.balance());
    Decision.Accepted opened =
        Decision.accept(new AccountOpened(command.balance().currency(), envelope.time()));
    return money.isZero()
        ? opened
        : opened.and(
            new Transfer(LedgerAccount.deposit, LedgerAccount.balance, money, "opening", null)
                .posted(envelope.id(), envelope.time()));
  }
}
