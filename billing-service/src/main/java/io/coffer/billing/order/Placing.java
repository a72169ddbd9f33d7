package io.coffer.billing.order;

import io.coffer.billing.account.Account;
import io.coffer.billing.money.Amounts;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.CombinedOrder;
import io.coffer.contracts.billing.OrderEvent.OrderPlaced;
import io.coffer.contracts.billing.OrderEvent.OrderPriced;
import io.coffer.contracts.billing.OrderEvent.PricedLine;
import io.coffer.contracts.billing.OrderLine;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.envelope.Envelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.javamoney.moneta.Money;

/** Takes an order: it gets its id and its price, and is paid where it pays by itself. */
public final class Placing {

  private Placing() {}

  /**
   * What is known.
   *
   * @param orderId an id that is free; empty where none is
   * @param parts how many orders are parts already of what the order is a part of
   */
  public record State(Account account, String orderId, long parts) {

    /** Of an order that stands alone. */
    public State(Account account, String orderId) {
      this(account, orderId, 0);
    }
  }

  /**
   * What is wanted.
   *
   * @param combined what it is a part of; null where it stands alone
   */
  public record Draft(
      String service,
      OrderType type,
      boolean autoPay,
      List<OrderLine> lines,
      CombinedOrder combined) {

    public Draft(String service, OrderType type, boolean autoPay, List<OrderLine> lines) {
      this(service, type, autoPay, lines, null);
    }
  }

  public static Decision decide(
      State state, Draft draft, Offers offers, OrderSettings settings, Envelope envelope) {
    if (state.orderId().isEmpty()) {
      return Decision.refuse(CbrError.UNKNOWN_ERROR, "No id is free for this order. Try again.");
    }
    Instant time = envelope.time();
    List<PricedLine> priced = new ArrayList<>();
    for (OrderLine line : draft.lines()) {
      Optional<PricedLine> offer = offers.of(line, time);
      if (offer.isEmpty() || !state.account().paysIn(Amounts.of(offer.get().price()))) {
        return Decision.refuse(CbrError.INVALID_PARAMETER, notSold(line, state.account()));
      }
      priced.add(offer.get());
    }
    OrderState order = order(state, draft, priced, envelope);
    Decision.Accepted placed =
        Decision.accept(
            new OrderPlaced(
                order.id(),
                order.orderId(),
                draft.service(),
                draft.type().number(),
                draft.autoPay(),
                draft.lines(),
                envelope.caller(),
                time,
                draft.combined()),
            new OrderPriced(
                order.id(), priced, Amounts.wire(order.total()), time.plus(settings.payWithin())));
    Money price = Paying.price(order);
    return price.isZero() || draft.autoPay() && state.account().covers(price)
        ? Paying.pay(placed, order, time)
        : placed;
  }

  private static OrderState order(
      State state, Draft draft, List<PricedLine> priced, Envelope envelope) {
    List<Line> lines = new ArrayList<>();
    Money total = Money.zero(state.account().balance().getCurrency());
    for (int i = 0; i < priced.size(); i++) {
      Line line =
          Line.of(draft.lines().get(i)).priced(priced.get(i).productId(), priced.get(i).price());
      lines.add(line);
      total = total.add(line.money());
    }
    return new OrderState(
        envelope.id(),
        state.orderId(),
        envelope.project(),
        draft.type(),
        OrderStatus.UNPAID,
        draft.autoPay(),
        total,
        lines);
  }

  private static String notSold(OrderLine line, Account account) {
    return line.specCode()
        + " is not sold in "
        + line.region()
        + " by "
        + line.periodType()
        + " in "
        + account.balance().getCurrency()
        + ".";
  }
}
