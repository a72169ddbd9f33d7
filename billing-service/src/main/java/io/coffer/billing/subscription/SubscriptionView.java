package io.coffer.billing.subscription;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.owner.time.WireTime;

/**
 * Something that is bought for a time, on the wire.
 *
 * @param expirePolicy what happens at its end: 3 where it is renewed by itself, 0 where it is not
 * @param graceUntil until when what is over goes on; null where it does not
 * @param retentionUntil until when what is closed is kept; null where it is not
 * @param reason why it is not renewed by itself; null for no reason
 */
@JsonNaming(SnakeCaseStrategy.class)
record SubscriptionView(
    String id,
    String resourceId,
    String resourceName,
    String regionCode,
    String projectId,
    String serviceTypeCode,
    String resourceTypeCode,
    String resourceSpecCode,
    int resourceSize,
    String productId,
    String mainResourceId,
    int isMainResource,
    int status,
    String effectiveTime,
    String expireTime,
    String orderId,
    int expirePolicy,
    String graceUntil,
    String retentionUntil,
    String reason) {

  static SubscriptionView of(SubscriptionRow row) {
    String id = row.id.toString();
    return new SubscriptionView(
        id,
        id,
        row.line.resourceName(),
        row.line.region(),
        row.line.projectId(),
        row.line.serviceType(),
        row.line.resourceType(),
        row.line.specCode(),
        row.line.size(),
        row.productId,
        id,
        1,
        row.status.number(),
        WireTime.zulu(row.startedAt),
        WireTime.zulu(row.expiresAt),
        row.orderId,
        row.autoRenew ? 3 : 0,
        row.status == SubscriptionStatus.EXPIRED ? WireTime.zulu(row.until) : null,
        row.status == SubscriptionStatus.FROZEN ? WireTime.zulu(row.until) : null,
        row.reason);
  }
}
