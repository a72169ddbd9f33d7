package io.coffer.vault.checkpoint;

import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import io.coffer.owner.column.JsonListColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** The resources that a checkpoint left out. */
@Converter
@Immutable
public class SkippedList extends JsonListColumn<SkippedResource> {

  public SkippedList() {
    super(SkippedResource.class);
  }
}
