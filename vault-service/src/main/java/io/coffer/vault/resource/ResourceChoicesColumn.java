package io.coffer.vault.resource;

import io.coffer.contracts.vault.ResourceChoices;
import io.coffer.owner.column.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** What no list of resources is filtered by. */
@Converter
@Immutable
public class ResourceChoicesColumn extends JsonColumn<ResourceChoices> {

  public ResourceChoicesColumn() {
    super(ResourceChoices.class);
  }
}
