package io.coffer.billing.order;

import io.coffer.owner.column.JsonListColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** The lines of an order. */
@Converter
@Immutable
public class LineList extends JsonListColumn<Line> {

  public LineList() {
    super(Line.class);
  }
}
