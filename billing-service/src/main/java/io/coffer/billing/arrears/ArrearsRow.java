package io.coffer.billing.arrears;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** A domain that owes for what it used. */
@Entity
@Table(schema = "store", name = "arrears")
class ArrearsRow {

  @Id String domainId;

  @Convert(converter = ProjectList.class)
  List<String> projects;

  Instant beganAt;

  /** When what is paid by use was closed; null while it is open. */
  Instant closedSince;

  Instant until;
  Instant dueAt;

  Arrears state() {
    return new Arrears(projects, closedSince, until, dueAt);
  }
}
