package io.coffer.vault.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.Tag;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** A few tags in one column, as JSON. */
@Converter
public class TagList implements AttributeConverter<List<Tag>, String> {

  private static final TypeReference<List<Tag>> TYPE = new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(List<Tag> tags) {
    try {
      return Json.MAPPER.writeValueAsString(tags == null ? List.of() : tags);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }

  @Override
  public List<Tag> convertToEntityAttribute(String column) {
    try {
      return Json.MAPPER.readValue(column, TYPE);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a list of tags: " + column, e);
    }
  }
}
