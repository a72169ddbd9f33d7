package io.coffer.contracts.billing;

import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;

/** What happened to the account of a domain, whose id is the key. */
public sealed interface AccountEvent extends Event {

  /** The domain can buy, in this currency. What it has is in the ledger. */
  @WireName("coffer.account.opened.v1")
  record AccountOpened(String currency, Instant openedAt) implements AccountEvent {}

  /** Money was paid in. */
  @WireName("coffer.account.topped-up.v1")
  record AccountToppedUp(Amount amount, Instant toppedUpAt) implements AccountEvent {}
}
