package io.coffer.billing.order;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.coffer.billing.money.Amounts;
import io.coffer.owner.time.WireTime;
import java.util.List;
import java.util.Locale;

/** An order on the wire. Amounts are texts, so that nobody rounds them. */
@JsonNaming(SnakeCaseStrategy.class)
record OrderView(
    String orderId,
    int orderType,
    int status,
    String cloudService,
    String amountAfterDiscount,
    String currency,
    boolean autoPay,
    String createTime,
    String payBefore,
    String paymentTime,
    String endTime,
    String reason,
    String userId,
    String combinedOrderId) {

  /** A line of it. */
  @JsonNaming(SnakeCaseStrategy.class)
  record LineView(
      String orderLineItemId,
      String resourceId,
      String resourceName,
      String projectId,
      String regionCode,
      String serviceTypeCode,
      String productId,
      String productSpecDesc,
      int resourceSize,
      String periodType,
      Integer periodNum,
      boolean autoRenew,
      String amountAfterDiscount,
      String currency,
      String status,
      String errorCode,
      String errorMsg) {}

  static OrderView of(OrderRow row) {
    return new OrderView(
        row.orderId,
        row.type.number(),
        row.status.number(),
        row.service,
        row.total == null ? null : Amounts.wire(Amounts.of(row.total, row.currency)).value(),
        row.currency,
        row.autoPay,
        WireTime.zulu(row.placedAt),
        WireTime.zulu(row.payBefore),
        WireTime.zulu(row.paidAt),
        WireTime.zulu(row.endedAt),
        row.reason,
        row.userId,
        row.combinedOrderId);
  }

  static List<LineView> lines(OrderRow row) {
    return row.lines.stream().map(line -> line(row, line)).toList();
  }

  private static LineView line(OrderRow row, Line line) {
    return new LineView(
        row.orderId + "-" + row.lines.indexOf(line),
        line.wanted().resourceId().toString(),
        line.wanted().resourceName(),
        line.wanted().projectId(),
        line.wanted().region(),
        line.wanted().serviceType(),
        line.productId(),
        line.wanted().specCode(),
        line.wanted().size(),
        line.wanted().periodType(),
        line.wanted().periodNum(),
        line.wanted().autoRenew(),
        line.price() == null ? null : line.price().value(),
        line.price() == null ? null : line.price().currency(),
        line.state().name().toLowerCase(Locale.ROOT),
        line.code(),
        line.message());
  }
}
