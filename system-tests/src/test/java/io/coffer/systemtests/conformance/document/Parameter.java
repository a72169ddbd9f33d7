package io.coffer.systemtests.conformance.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One parameter of an operation.
 *
 * @param schema without references
 * @param sortKeys what {@code sort} may name; empty for all other parameters
 */
public record Parameter(
    String name,
    String in,
    boolean required,
    String description,
    JsonNode schema,
    List<String> sortKeys) {

  static Parameter read(ApiDocument document, JsonNode node) {
    JsonNode parameter = document.resolve(node);
    List<String> sortKeys = new ArrayList<>();
    parameter.path("x-keys").forEach(key -> sortKeys.add(key.asText()));
    return new Parameter(
        parameter.path("name").asText(),
        parameter.path("in").asText(),
        parameter.path("required").asBoolean(),
        parameter.path("description").asText(),
        document.resolve(parameter.path("schema")),
        sortKeys);
  }

  /** Whether it may come several times. */
  public boolean repeats() {
    return schema.path("type").asText().equals("array");
  }
}
