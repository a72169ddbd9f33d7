package io.coffer.owner.column;

import jakarta.persistence.Converter;

/** Keeps a few texts in one column, in their order. */
@Converter
public class TextList extends JsonListColumn<String> {

  public TextList() {
    super(String.class);
  }
}
