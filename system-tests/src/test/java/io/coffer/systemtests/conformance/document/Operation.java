package io.coffer.systemtests.conformance.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One operation of the document.
 *
 * @param path with its variables in braces
 * @param body the schema of the request's body; null when it has none
 * @param answers by status the schema of the body, null where there is no body
 * @param errors the codes that it may answer with, in the order of the document, those of its
 *     responses included
 */
public record Operation(
    String id,
    String tag,
    String summary,
    String method,
    String path,
    boolean open,
    List<Parameter> parameters,
    JsonNode body,
    Map<Integer, JsonNode> answers,
    Set<String> errors) {

  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");

  static Operation read(
      ApiDocument document, String method, String path, JsonNode common, JsonNode node) {
    List<Parameter> parameters = new ArrayList<>();
    common.forEach(parameter -> parameters.add(Parameter.read(document, parameter)));
    node.path("parameters").forEach(each -> parameters.add(Parameter.read(document, each)));
    Map<Integer, JsonNode> answers = new LinkedHashMap<>();
    Set<String> errors = new LinkedHashSet<>();
    node.path("x-errors").forEach(code -> errors.add(code.asText()));
    node.path("responses")
        .fields()
        .forEachRemaining(
            response -> {
              JsonNode resolved = document.resolve(response.getValue());
              answers.put(Integer.valueOf(response.getKey()), schema(resolved));
              resolved.path("x-errors").forEach(code -> errors.add(code.asText()));
            });
    return new Operation(
        node.path("operationId").asText(),
        node.path("tags").path(0).asText(),
        node.path("summary").asText(),
        method,
        path,
        node.has("security") && node.path("security").isEmpty(),
        List.copyOf(parameters),
        schema(node.path("requestBody")),
        answers,
        errors);
  }

  private static JsonNode schema(JsonNode holder) {
    JsonNode schema = holder.path("content").path("application/json").path("schema");
    return schema.isMissingNode() ? null : schema;
  }

  /** The names of the variables in the path. */
  public List<String> variables() {
    Matcher variable = VARIABLE.matcher(path);
    List<String> names = new ArrayList<>();
    while (variable.find()) {
      names.add(variable.group(1));
    }
    return names;
  }

  /** Whether a concrete path, without its query, is one of this operation. */
  boolean matches(String concrete) {
    String literal = VARIABLE.matcher(path).replaceAll("\u0000");
    return Pattern.matches(Pattern.quote(literal).replace("\u0000", "\\E[^/]+\\Q"), concrete);
  }

  /** The status of success. */
  public int success() {
    return answers.keySet().stream().filter(status -> status < 300).findFirst().orElseThrow();
  }

  /** The parameters that stand in a place: {@code path}, {@code query} or {@code header}. */
  public List<Parameter> parameters(String in) {
    return parameters.stream().filter(parameter -> parameter.in().equals(in)).toList();
  }

  /** The parameter of this name. */
  public Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }
}
