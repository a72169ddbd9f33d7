package io.coffer.billing.account;

import io.coffer.billing.arrears.Arrears;
import io.coffer.billing.arrears.ArrearsStore;
import io.coffer.billing.arrears.Owing;
import io.coffer.billing.ledger.LedgerAccount;
import io.coffer.billing.ledger.Transfer;
import io.coffer.billing.metering.PaidByUse;
import io.coffer.billing.metering.PaidByUse.Piece;
import io.coffer.billing.money.Amounts;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.AccountCommand.TopUp;
import io.coffer.contracts.billing.AccountEvent.AccountToppedUp;
import io.coffer.messaging.decision.Answer;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.javamoney.moneta.Money;

/** Takes money in: what is owed is paid first. */
@ApplicationScoped
class TopUpHandler implements Handler<TopUp, TopUpHandler.State> {

  private final AccountStore accounts;
  private final ArrearsStore arrears;
  private final PaidByUse vaults;

  TopUpHandler(AccountStore accounts, ArrearsStore arrears, PaidByUse vaults) {
    this.accounts = accounts;
    this.arrears = arrears;
    this.vaults = vaults;
  }

  /**
   * What is known.
   *
   * @param arrears null where nothing is owed
   * @param vaults that are closed where something is
   */
  record State(Account account, Arrears arrears, Piece vaults) {}

  @Override
  public Uni<State> load(TopUp command, Envelope envelope) {
    return accounts
        .of(envelope.project())
        .onItem()
        .ifNotNull()
        .transformToUni(
            account -> arrears.of(envelope.project()).chain(owed -> with(account, owed)));
  }

  private Uni<State> with(Account account, Arrears owed) {
    return owed == null
        ? Uni.createFrom().item(new State(account, null, null))
        : vaults.in(owed.projects()).map(closed -> new State(account, owed, closed));
  }

  @Override
  public Decision decide(State state, TopUp command, Envelope envelope) {
    Account account = state.account();
    Money money;
    try {
      money = Amounts.of(command.amount());
      Amounts.number(money);
    } catch (RuntimeException e) {
      return refuse(
          "amount must be a decimal number and a currency with no more digits than it has.");
    }
    if (!money.isPositive() || !account.paysIn(money)) {
      return refuse(
          "amount must be more than nothing, in " + account.balance().getCurrency() + ".");
    }
    Decision.Accepted paidIn =
        Decision.accept(
            new AccountToppedUp(command.amount(), envelope.time()),
            new Transfer(LedgerAccount.deposit, LedgerAccount.balance, money, "top-up", null)
                .posted(envelope.id(), envelope.time()));
    Money debt = least(account.owed(), account.balance().add(money));
    Decision.Accepted paid =
        debt.isPositive()
            ? paidIn.and(
                new Transfer(LedgerAccount.balance, LedgerAccount.receivable, debt, "arrears", null)
                    .posted(envelope.id(), envelope.time()))
            : paidIn;
    return debt.isEqualTo(account.owed())
        ? Owing.nothing(paid, state.arrears(), state.vaults(), envelope.time())
        : paid;
  }

  @Override
  public Decision absent(TopUp command) {
    return refuse("No account was opened for this domain.");
  }

  @Override
  public Uni<Answer> answer(TopUp command, Envelope envelope) {
    return accounts
        .of(envelope.project())
        .map(account -> Answer.ok(Map.of("balance", Amounts.wire(account.balance()))));
  }

  private static Money least(Money one, Money other) {
    return one.isLessThan(other) ? one : other;
  }

  private static Decision refuse(String message) {
    return Decision.refuse(CbrError.ORDER_PARAMETER_INVALID, message);
  }
}
