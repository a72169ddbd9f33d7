package io.coffer.vault.vault;

import io.coffer.contracts.vault.Tag;
import io.coffer.owner.column.JsonListColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Keeps the labels of a vault in one column, in their order. */
@Converter
@Immutable
public class TagList extends JsonListColumn<Tag> {

  public TagList() {
    super(Tag.class);
  }
}
