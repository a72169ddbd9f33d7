package io.coffer.billing.order;

import io.coffer.billing.account.Account;
import io.coffer.billing.money.Amounts;
import io.coffer.contracts.CbrError;
import io.coffer.messaging.decision.Decision;
import org.javamoney.moneta.Money;

/** Why an account cannot pay. */
public final class Balance {

  private Balance() {}

  public static Decision tooLittle(Account account, Money sum) {
    return Decision.refuse(
        CbrError.ORDER_PARAMETER_INVALID,
        "The balance is "
            + Amounts.number(account.balance())
            + " "
            + sum.getCurrency()
            + ", and "
            + Amounts.number(sum)
            + " are to be paid.");
  }

  /** It used something that it did not pay. */
  public static Decision owes(Account account) {
    return Decision.refuse(
        CbrError.ORDER_PARAMETER_INVALID,
        "The account owes "
            + Amounts.number(account.owed())
            + " "
            + account.owed().getCurrency()
            + ", which is to be paid first.");
  }
}
