package io.coffer.billing.order;

import io.coffer.billing.money.Amounts;
import io.coffer.billing.product.Period;
import io.coffer.billing.product.PriceBook;
import io.coffer.billing.product.Product;
import io.coffer.billing.product.Products;
import io.coffer.contracts.billing.OrderEvent.PricedLine;
import io.coffer.contracts.billing.OrderLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.javamoney.moneta.Money;

/** What lines cost: what they say themselves, else what the price book says. */
@ApplicationScoped
public class Offers {

  private final Products products;
  private final PriceBook prices;

  Offers(Products products, PriceBook prices) {
    this.products = products;
    this.prices = prices;
  }

  /** The offer for a line; empty for what is not sold so. */
  public Optional<PricedLine> of(OrderLine line, Instant moment) {
    String product = products.find(line.specCode()).map(Product::productId).orElse(null);
    return line.price() == null
        ? price(line, moment).map(money -> new PricedLine(product, Amounts.wire(money)))
        : Optional.of(new PricedLine(product, line.price()));
  }

  /** What the price book says that a line costs; empty where it is not sold so. */
  public Optional<Money> price(OrderLine line, Instant moment) {
    int periods = line.periodNum() == null ? 1 : line.periodNum();
    return Period.of(line.periodType())
        .flatMap(period -> prices.price(line.region(), line.specCode(), period, moment))
        .map(
            unit ->
                Amounts.part(unit.amount(), Math.multiplyExact((long) periods, line.size()), 1));
  }
}
