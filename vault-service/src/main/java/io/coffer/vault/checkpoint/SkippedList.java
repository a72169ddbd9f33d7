package io.coffer.vault.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.coffer.contracts.Json;
import io.coffer.contracts.vault.BackupEvent.SkippedResource;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** The resources that a checkpoint left out, in one column, as JSON. */
@Converter
public class SkippedList implements AttributeConverter<List<SkippedResource>, String> {

  private static final TypeReference<List<SkippedResource>> TYPE = new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(List<SkippedResource> skipped) {
    try {
      return Json.MAPPER.writeValueAsString(skipped == null ? List.of() : skipped);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }

  @Override
  public List<SkippedResource> convertToEntityAttribute(String column) {
    try {
      return Json.MAPPER.readValue(column, TYPE);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a list of skipped resources: " + column, e);
    }
  }
}
