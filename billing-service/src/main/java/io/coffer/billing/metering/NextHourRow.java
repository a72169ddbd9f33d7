package io.coffer.billing.metering;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The first hour of a project that is to be closed. It is no fold. */
@Entity
@Table(schema = "plumbing", name = "next_hour")
class NextHourRow {

  @Id String project;

  Instant hour;

  long vaultSeq;

  long billingSeq;

  Instant leasedUntil;
}
