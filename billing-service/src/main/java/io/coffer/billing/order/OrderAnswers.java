package io.coffer.billing.order;

import io.coffer.messaging.decision.Answer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is told of an order that was given. Clients differ about the types of the same words, and
 * some look for them in the vault: each finds its own.
 */
@ApplicationScoped
public class OrderAnswers {

  private static final String SUCCESS = "success";

  private final OrderStore orders;

  OrderAnswers(OrderStore orders) {
    this.orders = orders;
  }

  /** Of something new, or of something that is paid in advance from now on. */
  Uni<Answer> placed(String domain, UUID id) {
    return orders
        .of(domain, id)
        .map(
            row ->
                row.type == OrderType.TO_PERIOD
                    ? Answer.ok(Map.of("orderId", row.orderId, "retCode", 0, "retMsg", SUCCESS))
                    : Answer.ok(bought(row)));
  }

  /** Of another size. */
  public Uni<Answer> changed(String domain, UUID id) {
    return orders
        .of(domain, id)
        .map(row -> Answer.ok(Map.of("orderId", row.orderId, "retCode", "0", "retMsg", SUCCESS)));
  }

  /** Of the end of subscriptions, or of a further term of them. */
  public Uni<Answer> ofSubscriptions(String domain, UUID id) {
    return orders.of(domain, id).map(row -> Answer.ok(Map.of("order_ids", List.of(row.orderId))));
  }

  private static Map<String, Object> bought(OrderRow row) {
    List<Map<String, Object>> results =
        row.lines.stream()
            .map(
                line ->
                    Map.<String, Object>of(
                        "orderId",
                        row.orderId,
                        "cloudServiceId",
                        row.service,
                        "subscribeResult",
                        1,
                        "resourceId",
                        line.wanted().resourceId()))
            .toList();
    return Map.of(
        "orders",
        results,
        "retCode",
        0,
        "errText",
        SUCCESS,
        "error_code",
        "0",
        "vault",
        Map.of("orders", results, "retCode", "0", "errText", SUCCESS));
  }
}
