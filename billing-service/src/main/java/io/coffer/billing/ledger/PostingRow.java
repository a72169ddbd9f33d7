package io.coffer.billing.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** One side of a transaction. */
@Entity
@Table(schema = "store", name = "posting")
class PostingRow {

  @Id UUID id;
  String domainId;
  UUID transactionId;
  String kind;
  String reference;
  String account;
  BigDecimal amount;
  String currency;
  Instant postedAt;
}
