package io.coffer.vault.resource;

import io.coffer.contracts.vault.IncludedVolume;
import io.coffer.owner.column.JsonListColumn;
import jakarta.persistence.Converter;

/** The volumes of a resource that were named as ones to back up. */
@Converter
public class IncludedVolumeList extends JsonListColumn<IncludedVolume> {

  public IncludedVolumeList() {
    super(IncludedVolume.class);
  }
}
