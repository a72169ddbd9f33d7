package io.coffer.owner.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import io.coffer.contracts.Json;
import jakarta.persistence.AttributeConverter;
import java.util.List;

/** A short list in one column, as JSON; null is kept as the empty list. */
public abstract class JsonListColumn<T> implements AttributeConverter<List<T>, String> {

  private final JavaType type;

  protected JsonListColumn(Class<T> element) {
    type = Json.MAPPER.getTypeFactory().constructCollectionType(List.class, element);
  }

  @Override
  public String convertToDatabaseColumn(List<T> list) {
    try {
      return Json.MAPPER.writeValueAsString(list == null ? List.of() : list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }

  @Override
  public List<T> convertToEntityAttribute(String column) {
    try {
      return Json.MAPPER.readValue(column, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a list of " + type + ": " + column, e);
    }
  }
}
