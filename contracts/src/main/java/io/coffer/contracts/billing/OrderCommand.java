package io.coffer.contracts.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.contracts.Command;
import io.coffer.contracts.WireName;
import java.util.List;
import java.util.UUID;

/** What is asked of the orders of a domain, whose id is the key. */
public sealed interface OrderCommand extends Command {

  /**
   * Orders. The id of the command is that of the order; the one that people see is made of it.
   *
   * @param service what is answered as {@code cloudServiceId}, such as {@code cbr}
   * @param type 1 for what is new, 11 for what was paid by use
   * @param autoPay whether the balance pays at once, if it covers it
   * @param combined what it is a part of; null, and absent on the wire, where it stands alone
   */
  @WireName("coffer.order.place.v1")
  record PlaceOrder(
      String service,
      int type,
      boolean autoPay,
      List<OrderLine> lines,
      @JsonInclude(JsonInclude.Include.NON_NULL) CombinedOrder combined)
      implements OrderCommand {

    /** An order that stands alone. */
    public PlaceOrder(String service, int type, boolean autoPay, List<OrderLine> lines) {
      this(service, type, autoPay, lines, null);
    }
  }

  /** Pays orders, all or none of them. What they are parts of stands for all of its parts. */
  @WireName("coffer.order.pay.v1")
  record PayOrders(List<String> orderIds) implements OrderCommand {}

  /** Gives up an order that is not paid. What orders are parts of stands for all of its parts. */
  @WireName("coffer.order.cancel.v1")
  record CancelOrder(String orderId) implements OrderCommand {}

  /** A line was fulfilled. */
  @WireName("coffer.order.confirm-line.v1")
  record ConfirmLine(UUID order, int line) implements OrderCommand {}

  /** A line cannot be fulfilled: what was paid for it goes back. */
  @WireName("coffer.order.reject-line.v1")
  record RejectLine(UUID order, int line, String code, String message) implements OrderCommand {}
}
