package io.coffer.vault.subscription;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.owner.time.WireTime;
import java.util.List;
import java.util.UUID;

/** A subscription on the wire. Its secret is never in it. */
@JsonNaming(SnakeCaseStrategy.class)
record SubscriptionView(
    UUID id,
    String projectId,
    String kind,
    String url,
    String address,
    List<String> eventTypes,
    String status,
    String disabledReason,
    Deliveries deliveries,
    String createdAt,
    String updatedAt) {

  /** How many notices it took, waits for, and was not told. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Deliveries(int delivered, long waiting, long givenUp) {}

  /** The only element of an answer. */
  record One(SubscriptionView subscription) {}

  static SubscriptionView of(SubscriptionRow row, long waiting, long givenUp) {
    boolean mail = row.kind.equals("mail");
    return new SubscriptionView(
        row.id,
        row.projectId,
        row.kind,
        mail ? null : row.target,
        mail ? row.target : null,
        row.eventTypes,
        row.status.name(),
        row.disabledReason,
        new Deliveries(row.delivered, waiting, givenUp),
        WireTime.offset(row.createdAt),
        WireTime.offset(row.updatedAt));
  }
}
