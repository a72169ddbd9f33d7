package io.coffer.vault.vault;

import io.coffer.owner.column.JsonListColumn;
import jakarta.persistence.Converter;

/** Why a vault is frozen. */
@Converter
public class FrozenSceneList extends JsonListColumn<FrozenScene> {

  public FrozenSceneList() {
    super(FrozenScene.class);
  }
}
