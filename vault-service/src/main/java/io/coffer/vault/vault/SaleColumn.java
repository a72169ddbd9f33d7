package io.coffer.vault.vault;

import io.coffer.contracts.billing.OrderReference;
import io.coffer.owner.column.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** The order by which a vault was bought; null for none. */
@Converter
@Immutable
public class SaleColumn extends JsonColumn<OrderReference> {

  public SaleColumn() {
    super(OrderReference.class);
  }
}
