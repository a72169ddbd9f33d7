package io.coffer.vault.vault;

import io.coffer.contracts.vault.Tag;
import io.coffer.owner.column.JsonListColumn;
import jakarta.persistence.Converter;

/** Keeps the labels of a vault in one column, in their order. */
@Converter
public class TagList extends JsonListColumn<Tag> {

  public TagList() {
    super(Tag.class);
  }
}
