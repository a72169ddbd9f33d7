package io.coffer.owner.column;

import jakarta.persistence.Converter;

/** Texts. */
@Converter
public class TextList extends JsonListColumn<String> {

  public TextList() {
    super(String.class);
  }
}
