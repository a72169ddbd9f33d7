package io.coffer.billing.dbom;

import io.coffer.owner.column.JsonListColumn;
import jakarta.persistence.Converter;

/** Why an instance is closed. */
@Converter
public class FrozenSceneList extends JsonListColumn<FrozenScene> {

  public FrozenSceneList() {
    super(FrozenScene.class);
  }
}
