package io.coffer.billing.bill;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;

/** What a project was charged for a month. */
@Entity
@Table(schema = "store", name = "month_cost")
class MonthCostRow {

  @Id UUID id;

  String project;

  String month;

  String currency;

  BigDecimal exact;

  BigDecimal charged;
}
