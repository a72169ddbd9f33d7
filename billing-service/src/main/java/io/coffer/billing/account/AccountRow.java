package io.coffer.billing.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A domain that can buy. */
@Entity
@Table(schema = "store", name = "account")
class AccountRow {

  @Id String domainId;
  String currency;
  Instant openedAt;
}
