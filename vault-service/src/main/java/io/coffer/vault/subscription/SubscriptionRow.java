package io.coffer.vault.subscription;

import io.coffer.owner.column.TextList;
import io.coffer.owner.store.ProjectRow;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** Somebody who wants to be told. */
@Entity
@Table(schema = "store", name = "subscription")
class SubscriptionRow extends ProjectRow {

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
