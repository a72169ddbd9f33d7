package io.coffer.vault.subscription;

import io.coffer.contracts.notice.Notice;
import io.coffer.owner.store.ProjectRow;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a subscription was not told yet, or could not be told. */
@Entity
@Table(schema = "store", name = "delivery")
class DeliveryRow extends ProjectRow {

  UUID subscriptionId;

  /** The try that is under way, or was the last. */
  UUID deliveryId;

  @Convert(converter = NoticeColumn.class)
  Notice notice;

  boolean givenUp;

  String reason;

  Instant noticedAt;

  Instant updatedAt;
}
