package io.coffer.owner.column;

import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Keeps a few texts in one column, in their order. */
@Converter
@Immutable
public class TextList extends JsonListColumn<String> {

  public TextList() {
    super(String.class);
  }
}
