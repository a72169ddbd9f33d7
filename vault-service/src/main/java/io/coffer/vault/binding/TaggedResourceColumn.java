package io.coffer.vault.binding;

import io.coffer.contracts.vault.TaggedResource;
import io.coffer.owner.column.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** A resource as the inventory has it. */
@Converter
@Immutable
public class TaggedResourceColumn extends JsonColumn<TaggedResource> {

  public TaggedResourceColumn() {
    super(TaggedResource.class);
  }
}
