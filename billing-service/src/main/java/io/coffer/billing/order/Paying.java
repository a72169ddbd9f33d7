package io.coffer.billing.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.billing.ledger.LedgerAccount;
import io.coffer.billing.ledger.Transfer;
import io.coffer.contracts.Catalogue;
import io.coffer.contracts.Command;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.OrderEvent.OrderPaid;
import io.coffer.contracts.billing.OrderReference;
import io.coffer.contracts.billing.Provision;
import io.coffer.messaging.decision.Decision;
import java.time.Instant;
import org.javamoney.moneta.Money;

/**
 * What happens when an order is paid: its money moves, and its lines are asked for. What the
 * customer gets back for a line is paid once the line is fulfilled.
 */
final class Paying {

  private Paying() {}

  /** Pays after what was decided before. */
  static Decision.Accepted pay(Decision.Accepted before, OrderState order, Instant time) {
    Money price = price(order);
    Decision.Accepted paid = before.and(new OrderPaid(order.id(), time));
    if (price.isPositive()) {
      paid =
          paid.and(
              new Transfer(
                      LedgerAccount.balance,
                      LedgerAccount.revenue,
                      price,
                      "payment",
                      order.orderId())
                  .posted(order.id(), time));
    }
    for (int place = 0; place < order.lines().size(); place++) {
      Provision provision = order.lines().get(place).wanted().provision();
      paid =
          paid.andTo(
              provision.key(), provision.commandId(), command(provision, order.reference(place)));
    }
    return paid;
  }

  /** What has to be there: the lines that cost something. */
  static Money price(OrderState order) {
    return order.lines().stream()
        .map(Line::money)
        .filter(Money::isPositive)
        .reduce(Money.zero(order.total().getCurrency()), Money::add);
  }

  private static Command command(Provision provision, OrderReference reference) {
    ObjectNode json = provision.command().deepCopy();
    json.set("order", Json.MAPPER.valueToTree(reference));
    Class<?> type = Catalogue.find(provision.type()).orElseThrow().message();
    try {
      return (Command) Json.MAPPER.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no " + provision.type() + ": " + e.getMessage(), e);
    }
  }
}
