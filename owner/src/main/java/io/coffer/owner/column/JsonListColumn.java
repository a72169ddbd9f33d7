package io.coffer.owner.column;

import io.coffer.contracts.Json;
import java.util.List;

/** A short list in one column, as JSON; null is kept as the empty list. */
public abstract class JsonListColumn<T> extends JsonColumn<List<T>> {

  protected JsonListColumn(Class<T> element) {
    super(Json.MAPPER, Json.MAPPER.getTypeFactory().constructCollectionType(List.class, element));
  }

  @Override
  public String convertToDatabaseColumn(List<T> list) {
    return super.convertToDatabaseColumn(list == null ? List.of() : list);
  }
}
