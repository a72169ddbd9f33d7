package io.coffer.vault.page;

import jakarta.persistence.Converter;

/** Texts. */
@Converter
public class TextList extends JsonListColumn<String> {

  public TextList() {
    super(String.class);
  }
}
