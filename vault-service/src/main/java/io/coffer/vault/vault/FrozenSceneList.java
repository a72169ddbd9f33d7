package io.coffer.vault.vault;

import io.coffer.owner.column.JsonListColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Why a vault is frozen. */
@Converter
@Immutable
public class FrozenSceneList extends JsonListColumn<FrozenScene> {

  public FrozenSceneList() {
    super(FrozenScene.class);
  }
}
