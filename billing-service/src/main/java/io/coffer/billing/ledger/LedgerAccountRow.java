package io.coffer.billing.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** What an account has in one currency: the sum of its postings. */
@Entity
@Table(schema = "store", name = "ledger_account")
class LedgerAccountRow {

  @Id UUID id;
  String domainId;
  String account;
  String currency;
  BigDecimal amount;
}
