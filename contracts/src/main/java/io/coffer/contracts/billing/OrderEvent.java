package io.coffer.contracts.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.contracts.Event;
import io.coffer.contracts.WireName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to the orders of a domain, whose id is the key. */
public sealed interface OrderEvent extends Event {

  /** The order these facts are about. */
  UUID id();

  /**
   * An order came.
   *
   * @param orderId as people know it
   * @param type 1 new, 2 renewal, 3 change, 4 unsubscribe, 11 pay-per-use to period
   * @param combined what it is a part of; null, and absent on the wire, where it stands alone
   */
  @WireName("coffer.order.placed.v1")
  record OrderPlaced(
      UUID id,
      String orderId,
      String service,
      int type,
      boolean autoPay,
      List<OrderLine> lines,
      String userId,
      Instant placedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) CombinedOrder combined)
      implements OrderEvent {}

  /**
   * It is known what the order costs, and until when that may be paid.
   *
   * @param lines what each line costs
   */
  @WireName("coffer.order.priced.v1")
  record OrderPriced(UUID id, List<PricedLine> lines, Amount total, Instant payBefore)
      implements OrderEvent {}

  /** The order is paid, and its lines are being fulfilled. */
  @WireName("coffer.order.paid.v1")
  record OrderPaid(UUID id, Instant paidAt) implements OrderEvent {}

  /** The order was given up before it was paid. */
  @WireName("coffer.order.cancelled.v1")
  record OrderCancelled(UUID id, String reason, Instant cancelledAt) implements OrderEvent {}

  /** A line was fulfilled. */
  @WireName("coffer.order.line-fulfilled.v1")
  record LineFulfilled(UUID id, int line, Instant fulfilledAt) implements OrderEvent {}

  /** A line cannot be fulfilled; what was paid for it went back. */
  @WireName("coffer.order.line-refused.v1")
  record LineRefused(UUID id, int line, String code, String message, Instant refusedAt)
      implements OrderEvent {}

  /** All lines are over, and one at least was fulfilled. */
  @WireName("coffer.order.completed.v1")
  record OrderCompleted(UUID id, Instant completedAt) implements OrderEvent {}

  /** No line could be fulfilled, and nothing of what was paid is left with the seller. */
  @WireName("coffer.order.refunded.v1")
  record OrderRefunded(UUID id, String reason, Instant refundedAt) implements OrderEvent {}

  /** What a line costs. */
  record PricedLine(@JsonInclude(JsonInclude.Include.NON_NULL) String productId, Amount price) {}
}
