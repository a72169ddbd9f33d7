package io.coffer.vault.vault;

import io.coffer.contracts.vault.VaultSettings;
import io.coffer.owner.column.JsonColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** All settings, those too that lists are filtered by and that have columns beside it. */
@Converter
@Immutable
public class VaultSettingsColumn extends JsonColumn<VaultSettings> {

  public VaultSettingsColumn() {
    super(VaultSettings.class);
  }
}
