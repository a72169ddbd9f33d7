package io.coffer.vault.subscription;

import io.coffer.owner.column.TextList;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody who wants to be told. */
@Entity
@Table(schema = "store", name = "subscription")
class SubscriptionRow {

  @Id UUID id;

  String projectId;

  String kind;

  String target;

  /** Empty for everything. */
  @Convert(converter = TextList.class)
  List<String> eventTypes;

  @Enumerated(EnumType.STRING)
  SubscriptionStatus status;

  String disabledReason;

  int delivered;

  String userId;

  Instant createdAt;

  Instant updatedAt;

  SubscriptionState state() {
    return new SubscriptionState(id, projectId, kind, target, eventTypes, status);
  }
}
