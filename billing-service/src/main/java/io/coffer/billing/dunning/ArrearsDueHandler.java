package io.coffer.billing.dunning;

import io.coffer.billing.account.Account;
import io.coffer.billing.account.AccountStore;
import io.coffer.billing.arrears.Arrears;
import io.coffer.billing.arrears.ArrearsSettings;
import io.coffer.billing.arrears.ArrearsStore;
import io.coffer.billing.arrears.Owing;
import io.coffer.billing.ledger.LedgerAccount;
import io.coffer.billing.ledger.Transfer;
import io.coffer.billing.metering.PaidByUse;
import io.coffer.billing.metering.PaidByUse.Piece;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Does what is to be done about what a domain owes; it is paid where the balance covers it now. */
@ApplicationScoped
class ArrearsDueHandler implements Handler<ArrearsDue, ArrearsDueHandler.State> {

  private final AccountStore accounts;
  private final ArrearsStore arrears;
  private final PaidByUse vaults;
  private final ArrearsSettings settings;

  ArrearsDueHandler(
      AccountStore accounts, ArrearsStore arrears, PaidByUse vaults, ArrearsSettings settings) {
    this.accounts = accounts;
    this.arrears = arrears;
    this.vaults = vaults;
    this.settings = settings;
  }

  /** What is known. */
  record State(Arrears arrears, Account account, Piece vaults) {}

  @Override
  public Uni<State> load(ArrearsDue due, Envelope envelope) {
    return Loading.of(arrears.of(envelope.project()))
        .then(owed -> accounts.of(envelope.project()))
        .then((owed, account) -> vaults.in(owed.projects()))
        .as(State::new);
  }

  /** It may have been paid, or done, meanwhile. */
  @Override
  public Decision decide(State state, ArrearsDue due, Envelope envelope) {
    Instant time = envelope.time();
    if (!state.arrears().dueAt().equals(due.dueAt()) || time.isBefore(due.dueAt())) {
      return Decision.nothing();
    }
    Account account = state.account();
    if (!account.covers(account.owed())) {
      return Owing.due(state.arrears(), state.vaults(), settings, time);
    }
    Decision.Accepted paid =
        Decision.accept(
            new Transfer(
                    LedgerAccount.balance,
                    LedgerAccount.receivable,
                    account.owed(),
                    "arrears",
                    null)
                .posted(envelope.id(), time));
    return Owing.nothing(paid, state.arrears(), state.vaults(), time);
  }

  @Override
  public Decision absent(ArrearsDue due) {
    return Decision.nothing();
  }
}
