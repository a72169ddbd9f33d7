package io.coffer.billing.ledger;

/**
 * The accounts of a domain's ledger. What one has more another has less, so that all of them are
 * zero together.
 */
public enum LedgerAccount {
  /** What the customer may pay with. */
  balance,
  /** Where money of customers comes from. */
  deposit,
  /** What customers paid for; less than zero once it was earned. */
  revenue,
  /** What the customer owes, less than zero. */
  receivable
}
