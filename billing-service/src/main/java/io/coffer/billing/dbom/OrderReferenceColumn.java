package io.coffer.billing.dbom;

import io.coffer.contracts.billing.OrderReference;
import io.coffer.owner.column.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** The order of an instance, as JSON. */
@Converter
@Immutable
public class OrderReferenceColumn extends JsonColumn<OrderReference> {

  public OrderReferenceColumn() {
    super(OrderReference.class);
  }
}
