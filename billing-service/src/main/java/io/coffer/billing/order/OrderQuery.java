package io.coffer.billing.order;

import io.coffer.owner.page.Criteria;
import io.coffer.owner.page.Parameters;
import java.util.Arrays;
import java.util.List;

/** The filters of the list of orders. */
final class OrderQuery {

  private OrderQuery() {}

  static Criteria criteria(String domain, Parameters asked) {
    Criteria criteria =
        Criteria.of(domain)
            .equal("orderId", asked.text("order_id"))
            .equal("combinedOrderId", asked.text("combined_order_id"));
    String status = asked.text("status");
    if (status != null) {
      List<OrderStatus> wanted =
          Arrays.stream(OrderStatus.values())
              .filter(one -> Integer.toString(one.number()).equals(status))
              .toList();
      return wanted.isEmpty() ? criteria.never() : criteria.in("status", wanted);
    }
    return criteria;
  }
}
