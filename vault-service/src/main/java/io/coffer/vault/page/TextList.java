package io.coffer.vault.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.coffer.contracts.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** A short list of texts in one column, as JSON. */
@Converter
public class TextList implements AttributeConverter<List<String>, String> {

  private static final TypeReference<List<String>> TYPE = new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(List<String> list) {
    try {
      return Json.MAPPER.writeValueAsString(list == null ? List.of() : list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }

  @Override
  public List<String> convertToEntityAttribute(String column) {
    try {
      return Json.MAPPER.readValue(column, TYPE);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a list of texts: " + column, e);
    }
  }
}
