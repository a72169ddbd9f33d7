package io.coffer.billing.subscription;

import io.coffer.contracts.billing.OrderLine;
import io.coffer.owner.column.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** What was ordered, as it was ordered. */
@Converter
@Immutable
public class OrderLineColumn extends JsonColumn<OrderLine> {

  public OrderLineColumn() {
    super(OrderLine.class);
  }
}
