package io.coffer.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The one JSON dialect of messages: properties sorted, times in ISO 8601, absent instead of null,
 * unknown properties ignored so that an older reader survives a newer writer.
 */
public final class Json {

  /** Safe for use by many threads. Never reconfigured. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private Json() {}

  /**
   * The old record, in which everything is replaced that the change has under the same name and
   * that is not null there.
   */
  @SuppressWarnings("unchecked")
  public static <T> T changed(T old, Object change) {
    ObjectNode merged = MAPPER.valueToTree(old);
    merged.setAll((ObjectNode) MAPPER.valueToTree(change));
    return (T) MAPPER.convertValue(merged, old.getClass());
  }
}
