package io.coffer.contracts.billing;

import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What moved between accounts of the ledger of a domain, whose id is the key. */
public sealed interface LedgerEvent extends Event {

  /**
   * Money moved. The postings sum to zero in each currency.
   *
   * @param kind why, in one word, such as {@code payment}
   * @param reference what for, such as the id of an order; null for nothing in particular
   */
  @WireName("coffer.ledger.posted.v1")
  record TransactionPosted(
      UUID transactionId, String kind, String reference, List<Posting> postings, Instant postedAt)
      implements LedgerEvent {}

  /**
   * One side of a transaction.
   *
   * @param account the name of the account, such as {@code balance}
   * @param amount what it has more than before
   */
  record Posting(String account, Amount amount) {}
}
