package io.coffer.billing.order;

import io.coffer.contracts.billing.OrderReference;
import java.util.List;
import java.util.UUID;
import org.javamoney.moneta.Money;

/**
 * What decisions know of an order.
 *
 * @param id as messages know it
 * @param orderId as people know it
 * @param total null before it is known
 */
public record OrderState(
    UUID id,
    String orderId,
    String domainId,
    OrderType type,
    OrderStatus status,
    boolean autoPay,
    Money total,
    List<Line> lines) {

  /** What the command that fulfils a line is told of it. */
  OrderReference reference(int place) {
    Line line = lines.get(place);
    return new OrderReference(
        id,
        place,
        domainId,
        orderId,
        line.productId(),
        line.wanted().periodType(),
        line.wanted().periodNum(),
        line.wanted().autoRenew());
  }

  /** Whether all lines but one are over. */
  boolean waitsOnlyFor(int place) {
    for (int i = 0; i < lines.size(); i++) {
      if (i != place && lines.get(i).state() == Line.State.OPEN) {
        return false;
      }
    }
    return true;
  }

  /** Whether it makes something that there is last longer or be larger. */
  boolean goesOn() {
    return type == OrderType.RENEWAL
        || type == OrderType.CHANGE && lines.stream().anyMatch(line -> line.money().isPositive());
  }

  /** Whether a line was fulfilled. */
  boolean isPartlyFulfilled() {
    return lines.stream().anyMatch(line -> line.state() == Line.State.FULFILLED);
  }
}
