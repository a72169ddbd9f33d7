package io.coffer.billing.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.coffer.billing.money.Amounts;
import io.coffer.contracts.billing.Amount;
import io.coffer.contracts.billing.OrderLine;
import org.javamoney.moneta.Money;

/**
 * A line of an order and what became of it.
 *
 * @param price null before it is known
 * @param code why it cannot be fulfilled; null for no reason
 */
public record Line(
    OrderLine wanted, String productId, Amount price, State state, String code, String message) {

  /** How it stands. */
  public enum State {
    OPEN,
    FULFILLED,
    REFUSED
  }

  static Line of(OrderLine wanted) {
    return new Line(wanted, null, null, State.OPEN, null, null);
  }

  Line priced(String product, Amount cost) {
    return new Line(wanted, product, cost, state, code, message);
  }

  Line fulfilled() {
    return new Line(wanted, productId, price, State.FULFILLED, null, null);
  }

  Line refused(String why, String words) {
    return new Line(wanted, productId, price, State.REFUSED, why, words);
  }

  /** What it costs; less than zero for what is paid back. */
  @JsonIgnore
  public Money money() {
    return Amounts.of(price);
  }
}
