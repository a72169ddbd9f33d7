package io.coffer.vault.vault;

import io.coffer.contracts.vault.Tag;
import io.coffer.owner.column.JsonListColumn;
import jakarta.persistence.Converter;

/** Tags. */
@Converter
public class TagList extends JsonListColumn<Tag> {

  public TagList() {
    super(Tag.class);
  }
}
