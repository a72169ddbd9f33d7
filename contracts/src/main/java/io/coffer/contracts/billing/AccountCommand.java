package io.coffer.contracts.billing;

import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;

/** What is asked of the account of a domain, whose id is the key. */
public sealed interface AccountCommand extends Command {

  /** Opens the account with this balance; changes nothing where there is one. */
  @WireName("coffer.account.open.v1")
  record OpenAccount(Amount balance) implements AccountCommand {}

  /**
   * Pays money in: what is owed is paid first, the rest is the balance's. No client may ask for it.
   */
  @WireName("coffer.account.top-up.v1")
  record TopUp(Amount amount) implements AccountCommand {}
}
