package io.coffer.billing.dbom;

import io.coffer.owner.column.JsonListColumn;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Why an instance is closed. */
@Converter
@Immutable
public class FrozenSceneList extends JsonListColumn<FrozenScene> {

  public FrozenSceneList() {
    super(FrozenScene.class);
  }
}
