package io.coffer.billing.bill;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a project was charged for an hour. */
@Entity
@Table(schema = "store", name = "closed_hour")
class ClosedHourRow {

  @Id UUID id;

  String project;

  Instant hour;

  String month;

  String region;

  String currency;

  Instant closedAt;
}
