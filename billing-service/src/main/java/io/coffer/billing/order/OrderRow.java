package io.coffer.billing.order;

import io.coffer.billing.money.Amounts;
import io.coffer.contracts.billing.OrderEvent.OrderPlaced;
import io.coffer.owner.store.ProjectRow;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** An order. Lists call whose it is a project, which is a domain here. */
@Entity
@Table(schema = "store", name = "customer_order")
class OrderRow extends ProjectRow {

  String orderId;
  String service;

  @Enumerated(EnumType.STRING)
  OrderType type;

  @Enumerated(EnumType.STRING)
  OrderStatus status;

  boolean autoPay;
  BigDecimal total;
  String currency;

  @Convert(converter = LineList.class)
  List<Line> lines;

  String userId;
  String reason;
  Instant placedAt;
  Instant payBefore;
  Instant paidAt;
  Instant endedAt;

  /** What it is a part of; null where it stands alone. */
  String combinedOrderId;

  static OrderRow of(OrderPlaced event, String domain) {
    OrderRow row = new OrderRow();
    row.id = event.id();
    row.projectId = domain;
    row.orderId = event.orderId();
    row.service = event.service();
    row.type = OrderType.of(event.type());
    row.autoPay = event.autoPay();
    row.lines = event.lines().stream().map(Line::of).toList();
    row.userId = event.userId();
    row.placedAt = event.placedAt();
    row.combinedOrderId = event.combined() == null ? null : event.combined().id();
    return row;
  }

  /** Whether people mean it by this id: its own, or that of what it is a part of. */
  boolean isMeantBy(String id) {
    return id.equals(orderId) || id.equals(combinedOrderId);
  }

  void change(int place, UnaryOperator<Line> how) {
    List<Line> changed = new ArrayList<>(lines);
    changed.set(place, how.apply(changed.get(place)));
    lines = List.copyOf(changed);
  }

  OrderState state() {
    return new OrderState(
        id,
        orderId,
        projectId,
        type,
        status,
        autoPay,
        total == null ? null : Amounts.of(total, currency),
        lines);
  }
}
