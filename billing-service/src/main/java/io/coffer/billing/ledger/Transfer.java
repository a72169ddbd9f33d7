package io.coffer.billing.ledger;

import io.coffer.billing.money.Amounts;
import io.coffer.contracts.DerivedId;
import io.coffer.contracts.billing.LedgerEvent.Posting;
import io.coffer.contracts.billing.LedgerEvent.TransactionPosted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.money.MonetaryAmount;

/**
 * Money that goes from one account to another.
 *
 * @param kind why, in one word
 * @param reference what for; null for nothing in particular
 */
public record Transfer(
    LedgerAccount from, LedgerAccount to, MonetaryAmount money, String kind, String reference) {

  /** The fact that it happened. One cause makes one transfer of a kind, so that its id is both. */
  public TransactionPosted posted(UUID cause, Instant at) {
    return new TransactionPosted(
        DerivedId.of(cause, kind),
        kind,
        reference,
        List.of(
            new Posting(from.name(), Amounts.wire(money.negate())),
            new Posting(to.name(), Amounts.wire(money))),
        at);
  }
}
