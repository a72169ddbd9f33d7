package io.coffer.scheduler.organizationpolicy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Of when the list of projects is that an account goes by. */
@Entity
@Table(schema = "store", name = "declaration")
class DeclarationRow {

  @Id String domainId;

  Instant asOf;
}
