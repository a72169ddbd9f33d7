package io.coffer.billing.metering;

import io.coffer.owner.column.TextList;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The first hour of a project that is to be closed. It is no fold. */
@Entity
@Table(schema = "plumbing", name = "next_hour")
class NextHourRow {

  @Id String project;

  Instant hour;

  long vaultSeq;

  long billingSeq;

  /** Where its next part begins; null for the first. */
  UUID fromVault;

  /** The spec codes whose parts are through. */
  @Convert(converter = TextList.class)
  List<String> earlier = List.of();

  /** How often there was more to know of it, or of an hour before. */
  long reopened;

  Instant leasedUntil;

  /** It is to be closed from its first part on. */
  void reopen(Instant from) {
    hour = from;
    fromVault = null;
    earlier = List.of();
    reopened++;
  }
}
