package io.coffer.billing.subscription;

import io.coffer.owner.column.JsonListColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** What was paid for which time. */
@Converter
@Immutable
public class SpanList extends JsonListColumn<Span> {

  public SpanList() {
    super(Span.class);
  }
}
