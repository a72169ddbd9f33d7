package io.coffer.billing.bill;

import io.coffer.billing.account.Account;
import io.coffer.billing.account.AccountStore;
import io.coffer.billing.arrears.Arrears;
import io.coffer.billing.arrears.ArrearsSettings;
import io.coffer.billing.arrears.ArrearsStore;
import io.coffer.billing.arrears.Owing;
import io.coffer.billing.ledger.LedgerAccount;
import io.coffer.billing.ledger.Transfer;
import io.coffer.billing.money.Amounts;
import io.coffer.contracts.billing.BillCommand.ChargeUsage;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.javamoney.moneta.Money;

/**
 * Has the use of an hour paid from the balance where it covers it; else it is owed. What was
 * charged too much goes back to the balance.
 */
@ApplicationScoped
class ChargeUsageHandler implements Handler<ChargeUsage, ChargeUsageHandler.State> {

  private static final String KIND = "usage";

  private final AccountStore accounts;

  private final ArrearsStore arrears;
  private final ArrearsSettings settings;

  ChargeUsageHandler(AccountStore accounts, ArrearsStore arrears, ArrearsSettings settings) {
    this.accounts = accounts;
    this.arrears = arrears;
    this.settings = settings;
  }

  /**
   * What is known.
   *
   * @param account null where none was opened
   * @param arrears null where nothing is owed
   */
  record State(Account account, Arrears arrears) {}

  @Override
  public Uni<State> load(ChargeUsage command, Envelope envelope) {
    return accounts
        .of(envelope.project())
        .chain(account -> arrears.of(envelope.project()).map(owed -> new State(account, owed)));
  }

  @Override
  public Decision decide(State state, ChargeUsage command, Envelope envelope) {
    Money charge = Amounts.of(command.charge());
    String reference = command.projectId() + "/" + command.hour();
    Transfer transfer =
        charge.isNegative()
            ? new Transfer(
                LedgerAccount.revenue, LedgerAccount.balance, charge.negate(), KIND, reference)
            : new Transfer(
                pays(state.account(), charge), LedgerAccount.revenue, charge, KIND, reference);
    Decision.Accepted charged = Decision.accept(transfer.posted(envelope.id(), envelope.time()));
    return transfer.from() == LedgerAccount.receivable && state.account() != null
        ? Owing.more(charged, state.arrears(), command.projectId(), settings, envelope.time())
        : charged;
  }

  private static LedgerAccount pays(Account account, Money charge) {
    return account != null && account.paysIn(charge) && account.covers(charge)
        ? LedgerAccount.balance
        : LedgerAccount.receivable;
  }
}
