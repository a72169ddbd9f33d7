package io.coffer.billing.order;

import io.coffer.billing.account.Account;
import io.coffer.billing.account.AccountStore;
import io.coffer.contracts.CbrError;
import io.coffer.contracts.billing.OrderCommand.PayOrders;
import io.coffer.messaging.decision.Decision;
import io.coffer.messaging.decision.Loading;
import io.coffer.messaging.dispatch.Handler;
import io.coffer.messaging.envelope.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.javamoney.moneta.Money;

/** Pays orders from the balance, all or none. */
@ApplicationScoped
class PayOrdersHandler implements Handler<PayOrders, PayOrdersHandler.State> {

  private final AccountStore accounts;
  private final OrderStore orders;

  PayOrdersHandler(AccountStore accounts, OrderStore orders) {
    this.accounts = accounts;
    this.orders = orders;
  }

  /**
   * What is known.
   *
   * @param meant the orders that each of the given ids means
   */
  record State(Account account, Map<String, List<OrderState>> meant) {}

  @Override
  public Uni<State> load(PayOrders command, Envelope envelope) {
    return Loading.of(accounts.of(envelope.project()))
        .then(account -> orders.meant(envelope.project(), command.orderIds()))
        .as(State::new);
  }

  @Override
  public Decision decide(State state, PayOrders command, Envelope envelope) {
    Map<UUID, OrderState> due = new LinkedHashMap<>();
    for (String id : command.orderIds()) {
      List<OrderState> meant = state.meant().getOrDefault(id, List.of());
      if (meant.isEmpty()) {
        return OrderNotFound.refusal(id);
      }
      List<OrderState> unpaid =
          meant.stream().filter(order -> order.status() == OrderStatus.UNPAID).toList();
      if (unpaid.isEmpty()) {
        return Decision.refuse(
            CbrError.ORDER_STATE_FORBIDS_IT, "Order " + id + " is not to be paid.");
      }
      unpaid.forEach(order -> due.put(order.id(), order));
    }
    if (!state.account().isClear() && due.values().stream().anyMatch(OrderState::goesOn)) {
      return Balance.owes(state.account());
    }
    Money sum = Money.zero(state.account().balance().getCurrency());
    Decision.Accepted paid = Decision.nothing();
    for (OrderState order : due.values()) {
      sum = sum.add(Paying.price(order));
      paid = Paying.pay(paid, order, envelope.time());
    }
    return state.account().covers(sum) ? paid : Balance.tooLittle(state.account(), sum);
  }

  @Override
  public Decision absent(PayOrders command) {
    return NoAccount.refusal();
  }
}
