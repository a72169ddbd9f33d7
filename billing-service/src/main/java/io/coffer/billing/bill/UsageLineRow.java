package io.coffer.billing.bill;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;

/** What a vault used in an hour of one thing. It is written by statements alone. */
@Entity
@Table(schema = "store", name = "usage_line")
@IdClass(UsageLineRow.Key.class)
class UsageLineRow {

  @Id UUID hourId;

  @Id UUID vaultId;

  @Id String specCode;

  @Id String measure;

  /** {@link UsageLineStore#NO_PACKAGE} for none. */
  @Id UUID packageId;

  String vaultName;

  BigDecimal byteMillis;

  String price;

  record Key(UUID hourId, UUID vaultId, String specCode, String measure, UUID packageId)
      implements Serializable {}
}
