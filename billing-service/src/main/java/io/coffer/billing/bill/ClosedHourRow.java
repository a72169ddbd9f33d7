package io.coffer.billing.bill;

import io.coffer.contracts.billing.BillEvent.UsageLine;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
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

  @Convert(converter = UsageLinesColumn.class)
  List<UsageLine> lines;

  Instant closedAt;

  ClosedHour closed() {
    return new ClosedHour(hour, region, currency, lines);
  }
}
