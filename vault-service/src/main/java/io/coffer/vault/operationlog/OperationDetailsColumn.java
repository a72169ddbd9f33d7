package io.coffer.vault.operationlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.contracts.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Details as JSON, with the kind in it. */
@Converter
@Immutable
public class OperationDetailsColumn implements AttributeConverter<OperationDetails, String> {

  private static final ObjectMapper MAPPER = Json.MAPPER.copy();

  static {
    MAPPER.registerSubtypes(OperationDetails.class.getPermittedSubclasses());
  }

  @Override
  public String convertToDatabaseColumn(OperationDetails details) {
    try {
      return MAPPER.writerFor(OperationDetails.class).writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }

  @Override
  public OperationDetails convertToEntityAttribute(String column) {
    try {
      return MAPPER.readValue(column, OperationDetails.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no details of a task: " + column, e);
    }
  }
}
