package io.coffer.owner.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.contracts.Json;
import jakarta.persistence.AttributeConverter;

/**
 * An immutable value in one column, as JSON in the dialect of messages, which a replay writes
 * alike.
 */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {

  private final ObjectMapper mapper;
  private final JavaType type;

  protected JsonColumn(ObjectMapper mapper, JavaType type) {
    this.mapper = mapper;
    this.type = type;
  }

  protected JsonColumn(Class<T> type) {
    this(Json.MAPPER, Json.MAPPER.constructType(type));
  }

  @Override
  public String convertToDatabaseColumn(T value) {
    try {
      return mapper.writerFor(type).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }

  @Override
  public T convertToEntityAttribute(String column) {
    try {
      return mapper.readValue(column, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no " + type + ": " + column, e);
    }
  }
}
